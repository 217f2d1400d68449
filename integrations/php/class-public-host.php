<?php
namespace Spass;

/**
 * Hosts of the public internet. Authors name any address, and the owner of a name may return another address for each
 * look-up: a host is looked up once, and the request goes to the address that was checked.
 */
final class PublicHost {

	/** Networks that are not part of the internet (RFC 6890), and multicast. */
	private const LOCAL = array(
		'0.0.0.0/8',
		'10.0.0.0/8',
		'100.64.0.0/10',
		'127.0.0.0/8',
		'169.254.0.0/16',
		'172.16.0.0/12',
		'192.0.0.0/24',
		'192.0.2.0/24',
		'192.88.99.0/24',
		'192.168.0.0/16',
		'198.18.0.0/15',
		'198.51.100.0/24',
		'203.0.113.0/24',
		'224.0.0.0/3',
	);

	/** Returns an IPv4 address of a host; null if it has none, or if any of them is local. */
	public static function address( string $host ): ?string {
		// Other characters may stand for digits and dots: "①" in an internationalized name is "1".
		$addresses = preg_match( '/^[a-z\d](?:[a-z\d.-]*[a-z\d])?\z/i', $host ) ? gethostbynamel( $host ) : false;
		foreach ( is_array( $addresses ) ? $addresses : array() as $address ) {
			if ( self::is_local( $address ) ) {
				return null;
			}
		}
		return $addresses[0] ?? null;
	}

	private static function is_local( string $address ): bool {
		foreach ( self::LOCAL as $network ) {
			list( $start, $bits ) = explode( '/', $network );
			if ( 0 === ( ip2long( $address ) ^ ip2long( $start ) ) >> ( 32 - (int) $bits ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Makes a request of curl connect to an address, without another look-up. Certificates are checked for the host.
	 *
	 * @param resource|\CurlHandle $handle
	 */
	public static function connect_to( $handle, string $address ): void {
		curl_setopt( $handle, CURLOPT_CONNECT_TO, array( "::$address:" ) );
	}
}
