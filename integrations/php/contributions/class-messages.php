<?php
namespace Spass\Contributions;

/** Messages for the author of a contribution, in one language. */
final class Messages {

	/** @var string */
	public $lang;

	/** @var array */
	private $texts;

	private function __construct( string $lang, array $texts ) {
		$this->lang  = $lang;
		$this->texts = $texts;
	}

	/** Returns the messages of a language, or the French ones. */
	public static function of( string $lang ): self {
		$texts = Contract::messages( $lang );
		return $texts ? new self( $lang, $texts ) : new self( 'fr', Contract::messages( 'fr' ) );
	}

	/** Returns a text; a name such as `states.pending` selects one of a group. Unknown names give an empty string. */
	public function get( string $name ): string {
		$text = $this->texts;
		foreach ( explode( '.', $name ) as $part ) {
			$text = is_array( $text ) ? ( $text[ $part ] ?? '' ) : '';
		}
		return is_string( $text ) ? $text : '';
	}

	/** Returns a text with a number in it. */
	public function format( string $name, int $number ): string {
		return str_replace( '%d', (string) $number, $this->get( $name ) );
	}

	/**
	 * Returns the language of a response: the query parameter `lang`, else the preferred language of the browser
	 * (RFC 9110, 12.5.4), else French.
	 */
	public static function negotiate( string $lang, string $accept_language ): string {
		$weights = array();
		foreach ( array_slice( explode( ',', $accept_language ), 0, 50 ) as $entry ) {
			$quality = preg_match( '/;\s*q=([\d.]+)/', $entry, $found ) ? (float) $found[1] : 1.0;
			$subtag  = self::primary_subtag( $entry );
			if ( $quality > ( $weights[ $subtag ] ?? 0 ) ) {
				$weights[ $subtag ] = $quality;
			}
		}
		arsort( $weights );
		foreach ( array_merge( array( self::primary_subtag( $lang ) ), array_keys( $weights ) ) as $tag ) {
			if ( Contract::messages( (string) $tag ) ) {
				return (string) $tag;
			}
		}
		return 'fr';
	}

	private static function primary_subtag( string $tag ): string {
		return strtolower( (string) preg_replace( '/[-;].*$/s', '', trim( $tag ) ) );
	}
}
