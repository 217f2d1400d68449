<?php
namespace Spass;

/** The one gate for addresses that come with data and that a reader may follow. */
final class Link {

	/**
	 * The address, or nothing where it is not one of `https:`, `http:`, `mailto:`, `tel:`.
	 *
	 * @param mixed $address What the record holds.
	 */
	public static function safe( $address ): string {
		if ( ! is_string( $address ) ) {
			return '';
		}
		$address = trim( $address );
		// Control characters and backslashes are how one address is made to look like another.
		$is_plain = ! preg_match( '/[\x00-\x20\x7f\\\\]/', $address );
		return $is_plain && preg_match( '~^(?:https?://[^/@?#]+(?:[/?#]|$)|mailto:|tel:)~i', $address ) ? $address : '';
	}
}
