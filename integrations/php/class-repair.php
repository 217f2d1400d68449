<?php
namespace Spass;

/** Reverts changes that editors make to values: entities, curly quotes, links made of URLs. */
final class Repair {

	/** Replacements of a straight quote: a curly one, or an entity, possibly escaped twice. */
	private const QUOTE = '(?:[“”„‟″«»‘’′]|&(?:amp;)*(?:quot|[lr]dquo|[lr]aquo|[lr]squo|#0?3[49]|#x2[27]|#8216|#8217|#8220|#8221|#8242|#8243|#171|#187);)';

	/** Returns the original value. */
	public static function value( string $text ): string {
		$text = self::decode( $text );
		// The editor turned a URL into a link, or inserted a line break.
		$text = preg_replace( '/<[^>]*>/', '', $text );
		// A no-break space before a colon, an `×` between two digits: automatic typography.
		$text = str_replace( array( "\u{00A0}", "\u{202F}" ), ' ', $text );
		$text = preg_replace( '/(?<=\d)×(?=\d)/u', 'x', $text ) ?? $text;
		return preg_replace( '/^"([^"]*)"$/', '$1', trim( $text ) );
	}

	/** Returns the attributes of a tag with straight quotes around each value. */
	public static function attributes( string $text ): string {
		$text  = preg_replace( '/<[^>]*>/', '', $text );
		$quote = self::QUOTE;
		return preg_replace( "/(?<=[\w-])\s*=\s*$quote\s*(.*?)\s*$quote(?=[\s\/]|\xC2\xA0|$)/us", '="$1"', $text ) ?? $text;
	}

	/** Decodes entities that were escaped several times (`&amp;quot;`). */
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
