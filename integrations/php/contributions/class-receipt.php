<?php
namespace Spass\Contributions;

/** References and secrets of receipts. The database holds hashes only. */
final class Receipt {

	/** Letters and digits that are not confused when read aloud (Crockford's base 32). */
	private const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

	/** Returns a random reference that can be read out on the telephone, such as `7F3K-29QX`. */
	public static function reference(): string {
		$letters = '';
		foreach ( str_split( random_bytes( 8 ) ) as $byte ) {
			$letters .= self::ALPHABET[ ord( $byte ) % 32 ];
		}
		return substr( $letters, 0, 4 ) . '-' . substr( $letters, 4 );
	}

	/** Returns the secret part of a receipt's URL: the same for each attempt with the same idempotency key. */
	public static function token( string $secret, string $key ): string {
		return rtrim( strtr( base64_encode( hash_hmac( 'sha256', "receipt\n$key", $secret, true ) ), '+/', '-_' ), '=' );
	}

	/** Returns the hash under which a key or token is stored. Both have too many possible values to be guessed. */
	public static function hash( string $text ): string {
		return hash( 'sha256', $text );
	}
}
