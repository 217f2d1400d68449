<?php
namespace Spass\Map;

/** Coasts, rivers and borders of `map.json`, as the path data of a picture. */
final class Outlines {

	/** Margin around the picture at which paths are cut, so that no cut is seen. */
	private const MARGIN = 20;

	/** Distance to the point before, below which a point is left out. */
	private const DETAIL = 4;

	/** @var array<string,array<array<array{0:float,1:float}>>> World coordinates by kind. */
	private $paths = array();

	/** @param array<string,string[]> $texts Paths by kind, as in `map.json`. */
	public function __construct( array $texts, int $steps_per_degree ) {
		foreach ( $texts as $kind => $lines ) {
			$this->paths[ $kind ] = array();
			foreach ( $lines as $line ) {
				$this->paths[ $kind ][] = self::decode( $line, $steps_per_degree );
			}
		}
	}

	/** Returns the view, or a wider one in which a coast or border shows where it is. */
	public function in_sight( Viewport $viewport ): Viewport {
		foreach ( array_keys( $this->paths ) as $kind ) {
			foreach ( $this->positions( $kind, $viewport ) as $points ) {
				if ( self::runs( $points ) ) {
					return $viewport;
				}
			}
		}
		$wider = $viewport->wider();
		return $wider === $viewport ? $viewport : $this->in_sight( $wider );
	}

	/** Returns the path data of a kind (`land`, `rivers`, `regions`, `countries`) in a picture; empty if it shows none. */
	public function path( string $kind, Viewport $viewport ): string {
		$is_closed = 'land' === $kind;
		$data      = '';
		foreach ( $this->positions( $kind, $viewport ) as $points ) {
			foreach ( $is_closed ? array( self::clip( $points ) ) : self::runs( $points ) as $run ) {
				$data .= self::path_data( $run, $is_closed );
			}
		}
		return $data;
	}

	/** Returns the points of each path of a kind in a picture, once for each copy of the world. */
	private function positions( string $kind, Viewport $viewport ): \Generator {
		foreach ( $viewport->copies() as $copy ) {
			foreach ( $this->paths[ $kind ] as $path ) {
				$points = array();
				foreach ( $path as list( $x, $y ) ) {
					$points[] = $viewport->at( $x + $copy, $y );
				}
				yield $points;
			}
		}
	}

	private static function decode( string $text, int $steps_per_degree ): array {
		$points = array();
		$lon    = 0;
		$lat    = 0;
		foreach ( array_chunk( explode( ' ', $text ), 2 ) as list( $x, $y ) ) {
			$lon     += (int) $x;
			$lat     += (int) $y;
			$points[] = array( Viewport::world_x( $lon / $steps_per_degree ), Viewport::world_y( $lat / $steps_per_degree ) );
		}
		return $points;
	}

	/** Returns the part of a polygon in the picture (Sutherland–Hodgman): empty if it is outside. */
	private static function clip( array $points ): array {
		$edges = array(
			array( 0, 1, -self::MARGIN ),
			array( 0, -1, -Viewport::WIDTH - self::MARGIN ),
			array( 1, 1, -self::MARGIN ),
			array( 1, -1, -Viewport::HEIGHT - self::MARGIN ),
		);
		foreach ( $edges as list( $axis, $sign, $least ) ) {
			$kept = array();
			$last = end( $points );
			foreach ( $points as $point ) {
				$is_inside = $sign * $point[ $axis ] >= $least;
				if ( $is_inside !== $sign * $last[ $axis ] >= $least ) {
					$share  = ( $sign * $least - $last[ $axis ] ) / ( $point[ $axis ] - $last[ $axis ] );
					$kept[] = array(
						$last[0] + $share * ( $point[0] - $last[0] ),
						$last[1] + $share * ( $point[1] - $last[1] ),
					);
				}
				if ( $is_inside ) {
					$kept[] = $point;
				}
				$last = $point;
			}
			if ( ! $kept ) {
				return array();
			}
			$points = $kept;
		}
		return $points;
	}

	/** Returns the parts of a line whose segments cross the picture. */
	private static function runs( array $points ): array {
		$runs = array();
		$run  = array();
		$last = null;
		foreach ( $points as $point ) {
			if ( null !== $last && self::crosses( $last, $point ) ) {
				$run   = $run ? $run : array( $last );
				$run[] = $point;
			} elseif ( $run ) {
				$runs[] = $run;
				$run    = array();
			}
			$last = $point;
		}
		return $run ? array_merge( $runs, array( $run ) ) : $runs;
	}

	/** Returns true if a segment has a point in the picture. */
	private static function crosses( array $from, array $to ): bool {
		$is_beside = max( $from[0], $to[0] ) < 0 || min( $from[0], $to[0] ) > Viewport::WIDTH
			|| max( $from[1], $to[1] ) < 0 || min( $from[1], $to[1] ) > Viewport::HEIGHT;
		if ( $is_beside ) {
			return false;
		}
		$sides = array();
		foreach ( array( array( 0, 0 ), array( Viewport::WIDTH, 0 ), array( 0, Viewport::HEIGHT ), array( Viewport::WIDTH, Viewport::HEIGHT ) ) as list( $x, $y ) ) {
			$sides[] = ( $to[0] - $from[0] ) * ( $y - $from[1] ) <=> ( $to[1] - $from[1] ) * ( $x - $from[0] );
		}
		// The corners are all on one side of a line that passes by.
		return count( array_unique( $sides ) ) > 1;
	}

	/** Returns path data in whole units, with relative coordinates and without details too small to be seen. */
	private static function path_data( array $points, bool $is_closed ): string {
		$data  = '';
		$last  = array( 0, 0 );
		$final = count( $points ) - 1;
		$count = 0;
		foreach ( $points as $i => $point ) {
			$x = (int) round( $point[0] );
			$y = (int) round( $point[1] );
			if ( $i > 0 && $i < $final && hypot( $x - $last[0], $y - $last[1] ) < self::DETAIL ) {
				continue;
			}
			$data .= 0 === $i ? "M$x {$y}l" : ( $x - $last[0] ) . ' ' . ( $y - $last[1] ) . ' ';
			$last  = array( $x, $y );
			++$count;
		}
		$least = $is_closed ? 3 : 2;
		return $count < $least ? '' : rtrim( $data ) . ( $is_closed ? 'z' : '' );
	}
}
