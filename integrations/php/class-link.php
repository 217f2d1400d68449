<?php
namespace Spass;

/** Validates URLs in data that users may follow. */
final class Link {

	/**
	 * Returns the URL, or an empty string if its scheme is not `https:`, `http:`, `mailto:` or `tel:`.
	 *
	 * @param mixed $address Value from a record.
	 */
	public static function safe( $address ): string {
		if ( ! is_string( $address ) ) {
			return '';
		}
		$address = trim( $address );
		// Control characters and backslashes can disguise a URL.
		$is_plain = ! preg_match( '/[\x00-\x20\x7f\\\\]/', $address );
		return $is_plain && preg_match( '~^(?:https?://[^/@?#]+(?:[/?#]|$)|mailto:|tel:)~i', $address ) ? $address : '';
	}

	/**
	 * Returns the URL of a picture, that of a path (`/emblem.svg`) on the server of a page; empty for anything else.
	 *
	 * @param mixed $address Value from a record.
	 */
	public static function picture( $address, string $page ): string {
		$is_path = is_string( $address ) && preg_match( '~^\s*/(?!/)~', $address );
		$url     = self::safe( $is_path ? self::origin( $page ) . trim( $address ) : $address );
		return 0 === stripos( $url, 'http' ) ? $url : '';
	}

	/** Returns `https://example.org` of a URL. */
	public static function origin( string $url ): string {
		return preg_match( '~^https?://[^/]+~i', $url, $origin ) ? $origin[0] : '';
	}
}
