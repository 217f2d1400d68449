<?php
namespace Spass\Map;

/** Sentences of `map.json` in one language, French if it has no other. */
final class Sentences {

	/** @var array<string,mixed> */
	private $messages;

	/** @param array<string,array<string,mixed>> $messages Messages by language. */
	public function __construct( array $messages, string $language ) {
		$this->messages = $messages[ strtolower( substr( $language, 0, 2 ) ) ] ?? $messages['fr'];
	}

	/** Returns a sentence with its values in place of `%s`. */
	public function text( string $name, string ...$values ): string {
		return vsprintf( $this->messages[ $name ], $values );
	}

	/** Returns a sentence that counts something. */
	public function count( string $name, int $number ): string {
		$form = array( 'none', 'one' )[ $number ] ?? 'more';
		return sprintf( $this->messages[ $name ][ $form ], $this->number( $number ) );
	}

	/** Returns a sentence that counts a part of something: `490 sur 5 000 projets`. */
	public function part( string $name, int $number, int $total ): string {
		return $this->text( 'shownOf', $this->number( $number ), $this->count( $name, $total ) );
	}

	/** Returns the note that a text is in another language; empty for the own one, and for one without a name here. */
	public function note( string $lang ): string {
		return $this->messages['inLanguage'][ strtolower( substr( $lang, 0, 2 ) ) ] ?? '';
	}

	public function number( int $number ): string {
		return preg_replace( '/\B(?=(?:\d{3})+$)/', $this->messages['group'], (string) $number );
	}

	/** Returns an amount in a currency, without cents; empty for none. */
	public function money( float $amount, string $currency ): string {
		if ( $amount <= 0 ) {
			return '';
		}
		$number = $this->number( (int) round( $amount ) );
		return 'EUR' === $currency ? $this->text( 'euros', $number ) : "$number\u{a0}$currency";
	}

	/** Returns the size of a file: `2,4 Mo`; empty for none. */
	public function size( float $bytes ): string {
		if ( $bytes <= 0 ) {
			return '';
		}
		$step = min( count( $this->messages['sizes'] ) - 1, (int) floor( log10( max( 1, $bytes ) ) / 3 ) );
		return sprintf( $this->messages['sizes'][ $step ], str_replace( '.', $this->messages['decimal'], (string) round( $bytes / 1000 ** $step, 1 ) ) );
	}

	/** Returns the name of a country, or its code. */
	public function country( string $code ): string {
		return $this->messages['countries'][ strtoupper( trim( $code ) ) ] ?? trim( $code );
	}

	/**
	 * Returns family, place and years of a project, as the list beside the map has them.
	 *
	 * @param string $family   Family of the project, or of its portal.
	 * @param string $language Language of place names that comes first.
	 */
	public function facts( array $record, string $family, string $language ): string {
		$facts = array_filter( array( self::place( $record['commune'] ?? null, $language ), $this->years( $record ) ), 'strlen' );
		$name  = in_array( $family, array( 'acteur', 'theme', 'projet' ), true ) ? $this->text( $family ) : '';
		return trim( $name . ' ' . implode( \Spass\Text::SEPARATOR, $facts ) );
	}

	/** Returns the name of a commune in all its languages, else its code. */
	public static function place( $commune, string $language ): string {
		if ( ! is_array( $commune ) ) {
			return '';
		}
		$name  = $commune['name'] ?? null;
		$names = array( \Spass\Text::of( $name, $language )['text'] );
		foreach ( is_array( $name ) ? $name : array() as $other ) {
			$names[] = \Spass\Text::of( $other, $language )['text'];
		}
		$names = array_unique( array_filter( $names, 'strlen' ) );
		return $names ? implode( ' / ', $names ) : \Spass\Text::plain( $commune['insee'] ?? '' );
	}

	/** Returns the years of a project or programme: `2003–2007`, `depuis 2011`. */
	public function years( array $record ): string {
		$period = is_array( $record['period'] ?? null ) ? $record['period'] : array();
		$start  = self::year( $period['start'] ?? null );
		$end    = self::year( $period['end'] ?? null );
		if ( '' !== $start && '' !== $end ) {
			$years = array_unique( array( min( $start, $end ), max( $start, $end ) ) );
			$range = implode( '–', $years );
			return 'circa' === ( $record['datePrecision'] ?? '' ) ? $this->text( 'circa', $range ) : $range;
		}
		if ( '' !== $start ) {
			return $this->text( '' === ( $period['end'] ?? null ) ? 'endUnknown' : 'since', $start );
		}
		return '' === $end ? '' : $this->text( 'until', $end );
	}

	/** Returns the year of an ISO date; empty if it is none. */
	private static function year( $date ): string {
		return is_string( $date ) && preg_match( '/^\d{4}(?![^-])/', $date ) ? substr( $date, 0, 4 ) : '';
	}

	/**
	 * Returns source, licence and date of the data as HTML, with a link to report an error.
	 *
	 * @param array    $credits Credits of the responses, as `Content` has them.
	 * @param callable $day     Formats an ISO date.
	 */
	public function credits( \Spass\Widget $widget, array $credits, callable $day ): string {
		$has_contact = false === strpos( $widget->get( 'hide' ), 'foot-details' );
		$parts       = array();
		foreach ( $credits as $credit ) {
			if ( '' !== $credit['text'] ) {
				$parts[] = $this->text( 'source' ) . $this->text( 'colon' ) . \Spass\Markup::link( $credit['text'], $credit['url'], $credit['lang'] );
			}
			if ( '' !== $credit['licence'] ) {
				$parts[] = $this->text( 'licence' ) . $this->text( 'colon' ) . \Spass\Markup::escape( $credit['licence'] );
			}
			if ( '' !== $credit['updated'] ) {
				$name    = strlen( $credit['updated'] ) < 10 ? 'updated' : 'updatedDay';
				$parts[] = $this->text( $name, \Spass\Markup::escape( $day( $credit['updated'] ) ) );
			}
			if ( $has_contact && '' !== $credit['contact'] ) {
				$parts[] = \Spass\Markup::link( $this->text( 'reportError' ), $credit['contact'] );
			}
		}
		return $parts ? '<p>' . implode( \Spass\Text::SEPARATOR, array_unique( $parts ) ) . '</p>' : '';
	}
}
