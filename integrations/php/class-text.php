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
		foreach ( array_merge( array( $language, 'fr', 'nl', 'en', 'de' ), array_keys( $value ) ) as $name ) {
			$text = $value[ $name ] ?? null;
			if ( is_string( $text ) && '' !== trim( $text ) ) {
				return self::pair( $text, $name === $language ? '' : (string) $name );
			}
		}
		return self::pair( '', '' );
	}

	/**
	 * Returns a text or number as a string; empty for anything else.
	 *
	 * @param mixed $value Value from a record.
	 */
	public static function plain( $value ): string {
		return is_scalar( $value ) ? (string) $value : '';
	}

	/** Returns a text in lower case; without the extension mbstring only its ASCII letters. */
	public static function lower( string $text ): string {
		return function_exists( 'mb_strtolower' ) ? mb_strtolower( $text ) : strtolower( $text );
	}

	private static function pair( string $text, string $lang ): array {
		$text = trim( (string) preg_replace( '/[ \t\r\n]+/', ' ', $text ) );
		return array(
			'text' => $text,
			'lang' => preg_match( '/^[a-z]{2,3}(-[a-z0-9]+)*$/i', $lang ) ? $lang : '',
		);
	}
}
