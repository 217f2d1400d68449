<?php
namespace Spass\Map;

/** Numbered marks of a picture: places too close to each other share one, and those outside are at the edge. */
final class Marks {

	/** Height of a mark, and the width of a character of its text. */
	private const HEIGHT    = 44;
	private const CHARACTER = 15;

	/** Distance of the outermost marks from the edge. */
	private const INSET = 30;

	/** Maximum number of ranges in the text of a mark. */
	private const MOST_RANGES = 3;

	/** @var array<array{x:float,y:float,arrow:string,numbers:int[]}> */
	private $marks = array();

	/** @param array<int,array{0:float,1:float}> $positions Positions by number. */
	public function __construct( array $positions ) {
		foreach ( $positions as $number => list( $x, $y ) ) {
			$mark            = self::inside( $x, $y );
			$mark['numbers'] = array( $number );
			$this->add( $mark );
		}
	}

	/** Returns the marks: centre, width, height, text. */
	public function all(): array {
		return array_map(
			static function ( $mark ) {
				list( $left, $top, $right, $bottom ) = self::box( $mark );
				return array(
					'x'      => (int) round( $left ),
					'y'      => (int) round( $top ),
					'width'  => (int) round( $right - $left ),
					'height' => (int) round( $bottom - $top ),
					'text'   => self::text( $mark ),
				);
			},
			$this->marks
		);
	}

	/** Adds a mark, or its numbers to one that it would cover. */
	private function add( array $mark ): void {
		list( $left, $top, $right, $bottom ) = self::box( $mark );
		foreach ( $this->marks as $i => $other ) {
			list( $other_left, $other_top, $other_right, $other_bottom ) = self::box( $other );
			if ( $left < $other_right && $right > $other_left && $top < $other_bottom && $bottom > $other_top ) {
				unset( $this->marks[ $i ] );
				$other['numbers'] = array_merge( $other['numbers'], $mark['numbers'] );
				$other['arrow']   = $other['arrow'] === $mark['arrow'] ? $mark['arrow'] : '';
				sort( $other['numbers'] );
				// With more numbers it is wider, and may cover a further one.
				$this->add( $other );
				return;
			}
		}
		$this->marks[] = $mark;
	}

	/** Returns a mark at a position, or at the edge with an arrow to it. */
	private static function inside( float $x, float $y ): array {
		$beyond = array(
			'←' => -$x,
			'→' => $x - Viewport::WIDTH,
			'↑' => -$y,
			'↓' => $y - Viewport::HEIGHT,
		);
		arsort( $beyond );
		return array(
			'x'     => max( self::INSET, min( Viewport::WIDTH - self::INSET, $x ) ),
			'y'     => max( self::INSET, min( Viewport::HEIGHT - self::INSET, $y ) ),
			'arrow' => current( $beyond ) > 0 ? key( $beyond ) : '',
		);
	}

	/** Returns the box of a mark, within the picture: left, top, right, bottom. */
	private static function box( array $mark ): array {
		$width = self::HEIGHT + self::CHARACTER * ( preg_match_all( '/./u', self::text( $mark ) ) - 1 );
		$left  = max( 4, min( Viewport::WIDTH - 4 - $width, $mark['x'] - $width / 2 ) );
		$top   = $mark['y'] - self::HEIGHT / 2;
		return array( $left, $top, $left + $width, $top + self::HEIGHT );
	}

	/** Returns the numbers of a mark as text: `7`, `1–3, 8`, `1, 4, 6…`, `12 →`. */
	private static function text( array $mark ): string {
		$ranges = array();
		$first  = null;
		$last   = null;
		foreach ( array_merge( $mark['numbers'], array( null ) ) as $number ) {
			if ( null !== $last && $number !== $last + 1 ) {
				$ranges[] = $first === $last ? "$first" : $first . ( $last === $first + 1 ? ', ' : '–' ) . $last;
				$first    = $number;
			}
			$first = $first ?? $number;
			$last  = $number;
		}
		$text = implode( ', ', array_slice( $ranges, 0, self::MOST_RANGES ) ) . ( count( $ranges ) > self::MOST_RANGES ? '…' : '' );
		switch ( $mark['arrow'] ) {
			case '':
				return $text;
			case '→':
				return "$text →";
			default:
				return "{$mark['arrow']} $text";
		}
	}
}
