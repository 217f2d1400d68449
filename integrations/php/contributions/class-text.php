<?php
namespace Spass\Contributions;

/** Texts of a contribution: a single string, or one per language. */
final class Text {

	/** Between facts in a line, which does not start with it. */
	const SEPARATOR = "\u{A0}· ";

	/** Replaces control characters by spaces, and trims; line breaks are kept. */
	public static function clean( string $text ): string {
		$text = str_replace( array( "\r\n", "\r" ), "\n", $text );
		$text = (string) preg_replace( '/[\x00-\x09\x0b-\x1f\x7f]/', ' ', $text );
		$text = (string) preg_replace( '/^[\s\p{Z}\x{FEFF}]++/u', '', $text );
		// The check before the first space keeps this linear for long runs of spaces inside a text.
		return (string) preg_replace( '/(?<![\s\p{Z}\x{FEFF}])[\s\p{Z}\x{FEFF}]++\z/u', '', $text );
	}

	/** Returns the length in UTF-16 units, as browsers count it. */
	public static function length( string $text ): int {
		return (int) preg_match_all( '/[\x00-\x7f\xc2-\xf4]/', $text ) + (int) preg_match_all( '/[\xf0-\xf4]/', $text );
	}

	/** Returns the first characters. */
	public static function cut( string $text, int $length ): string {
		return preg_match( '/^.{0,' . $length . '}/us', $text, $found ) ? $found[0] : '';
	}

	/**
	 * Returns the text in all its languages.
	 *
	 * @param mixed $text Text of a record.
	 * @return string[]
	 */
	public static function translations( $text ): array {
		return array_values( array_filter( (array) $text, 'is_string' ) );
	}

	/**
	 * Returns the text in a language, else in another one with its tag.
	 *
	 * @param mixed $text Text of a record.
	 * @return array{0:string,1:string} Text and language.
	 */
	public static function pick( $text, string $lang ): array {
		if ( is_string( $text ) ) {
			return array( $text, $lang );
		}
		$texts = is_array( $text ) ? array_filter( $text, 'is_string' ) : array();
		foreach ( array_merge( array( $lang, 'fr', 'nl', 'en', 'de' ), array_keys( $texts ) ) as $tag ) {
			if ( '' !== ( $texts[ $tag ] ?? '' ) ) {
				return array( $texts[ $tag ], (string) $tag );
			}
		}
		return array( '', $lang );
	}

	/** Escapes text for HTML. */
	public static function escape( string $text ): string {
		return htmlspecialchars( $text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8' );
	}
}
