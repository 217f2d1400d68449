<?php
namespace Spass;

/** Undoes what editors do to a value on its way from the writer to us: entities, curly quotes, links made of addresses. */
final class Repair {

	/** What an editor may have put in the place of a straight quote: a curly one, or an entity, even one written twice. */
	private const QUOTE = '(?:[“”„‟″«»‘’′]|&(?:amp;)*(?:quot|[lr]dquo|[lr]aquo|[lr]squo|#0?3[49]|#x2[27]|#8216|#8217|#8220|#8221|#8242|#8243|#171|#187);)';

	/** A value as its writer meant it. */
	public static function value( string $text ): string {
		$text = self::decode( $text );
		// An editor made a link of an address, or put a break where the line was full.
		$text = preg_replace( '/<[^>]*>/', '', $text );
		// A no-break space before a colon, an `×` between two digits: typography, not meaning.
		$text = str_replace( array( "\u{00A0}", "\u{202F}" ), ' ', $text );
		$text = preg_replace( '/(?<=\d)×(?=\d)/u', 'x', $text ) ?? $text;
		return preg_replace( '/^"([^"]*)"$/', '$1', trim( $text ) );
	}

	/** The attributes of a tag, written in a text, with straight quotes around each value. */
	public static function attributes( string $text ): string {
		$text  = preg_replace( '/<[^>]*>/', '', $text );
		$quote = self::QUOTE;
		return preg_replace( "/(?<=[\w-])\s*=\s*$quote\s*(.*?)\s*$quote(?=[\s\/]|\xC2\xA0|$)/us", '="$1"', $text ) ?? $text;
	}

	/** Entities that were written once too often (`&amp;quot;`) are read as many times as it takes. */
	private static function decode( string $text ): string {
		for ( $times = 0; $times < 4; $times++ ) {
			$plain = html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
			if ( $plain === $text ) {
				break;
			}
			$text = $plain;
		}
		return $text;
	}
}
