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
}
