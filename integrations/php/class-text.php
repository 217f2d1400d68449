<?php
namespace Spass;

/** Text of a record: a single string, or one per language. */
final class Text {

	/**
	 * Returns the text in a language, or in another one with its `lang`.
	 *
	 * @param mixed $value Value from a record.
	 * @return array{text:string,lang:string}
	 */
	public static function of( $value, string $language ): array {
		if ( is_string( $value ) ) {
			return self::pair( $value, '' );
		}
		if ( ! is_array( $value ) ) {
			return self::pair( '', '' );
		}
		foreach ( array_merge( array( $language, 'fr', 'en' ), array_keys( $value ) ) as $name ) {
			$text = $value[ $name ] ?? null;
			if ( is_string( $text ) && '' !== trim( $text ) ) {
				return self::pair( $text, $name === $language ? '' : (string) $name );
			}
		}
		return self::pair( '', '' );
	}

	private static function pair( string $text, string $lang ): array {
		$text = trim( (string) preg_replace( '/[ \t\r\n]+/', ' ', $text ) );
		return array(
			'text' => $text,
			'lang' => preg_match( '/^[a-z]{2,3}(-[a-z0-9]+)*$/i', $lang ) ? $lang : '',
		);
	}
}
