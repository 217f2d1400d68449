<?php
namespace Spass;

/** Text of a record: a single string, or one per language. */
final class Text {

	/** Stands between two facts; no line starts with its dot. */
	const SEPARATOR = "\u{A0}· ";

	/**
	 * Returns the text in a language, or in another one with its `lang`.
	 *
	 * @param mixed $value Value from a record.
	 * @return array{text:string,lang:string}
	 */
	public static function of( $value, string $language ): array {
		return self::pair( ...self::choose( $value, $language ) );
	}

	/**
	 * Returns the paragraphs of a text, which empty lines separate.
	 *
	 * @param mixed $value Value from a record.
	 * @return array<array{text:string,lang:string}>
	 */
	public static function paragraphs( $value, string $language ): array {
		list( $text, $lang ) = self::choose( $value, $language );
		$paragraphs          = array();
		foreach ( preg_split( '/\n\s*\n/', $text ) as $part ) {
			if ( '' !== trim( $part ) ) {
				$paragraphs[] = self::pair( $part, $lang );
			}
		}
		return $paragraphs;
	}

	/** Returns the text in a language, or in another one, with the code of that other one. */
	private static function choose( $value, string $language ): array {
		if ( is_string( $value ) ) {
			return array( $value, '' );
		}
		if ( is_array( $value ) ) {
			foreach ( array_merge( array( $language, 'fr', 'nl', 'en', 'de' ), array_keys( $value ) ) as $name ) {
				$text = $value[ $name ] ?? null;
				if ( is_string( $text ) && '' !== trim( $text ) ) {
					return array( $text, $name === $language ? '' : (string) $name );
				}
			}
		}
		return array( '', '' );
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
