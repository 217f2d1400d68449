<?php
namespace Spass\Contributions;

/** Token bucket: `burst` requests at once, refilled by the minute. */
final class RateLimit {

	/**
	 * Takes a token.
	 *
	 * @param array{tokens:float,time:float}|null $bucket Stored bucket of the client.
	 * @return array{tokens:float,time:float,wait:int} The new bucket, and the seconds until a token is available; 0 if one
	 * was taken.
	 */
	public static function take( ?array $bucket, float $now, int $burst, int $per_minute ): array {
		$tokens = $bucket ? $bucket['tokens'] + max( 0.0, $now - $bucket['time'] ) * $per_minute / 60 : $burst;
		$tokens = min( (float) $burst, $tokens );
		$wait   = $tokens >= 1 ? 0 : (int) ceil( ( 1 - $tokens ) * 60 / $per_minute );
		return array(
			'tokens' => $wait > 0 ? $tokens : $tokens - 1,
			'time'   => $now,
			'wait'   => $wait,
		);
	}

	/** Returns the IPv4 address, or the /64 network of an IPv6 address: its owner controls 2⁶⁴ addresses. */
	public static function network( string $address ): string {
		$packed = @inet_pton( $address );
		if ( false === $packed || 4 === strlen( $packed ) ) {
			return $address;
		}
		$is_mapped = "\0\0\0\0\0\0\0\0\0\0\xff\xff" === substr( $packed, 0, 12 );
		return $is_mapped ? (string) inet_ntop( substr( $packed, 12 ) ) : bin2hex( substr( $packed, 0, 8 ) );
	}
}
