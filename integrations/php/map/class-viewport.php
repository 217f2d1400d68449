<?php
namespace Spass\Map;

/**
 * Part of the world that a picture shows, in Web Mercator.
 *
 * World coordinates, as in the map of the widgets: a square from 0 to 1, with the origin in the north-west.
 */
final class Viewport {

	/** Size of a picture in its own units, half a pixel on a wide screen. */
	public const WIDTH  = 960;
	public const HEIGHT = 640;

	/** Space left free at each edge, for the marks. */
	private const PADDING = 80;

	/** Side of the world at zoom 0. */
	private const WORLD = 512;

	/** Deepest zoom for several places and for a single one, as on the map without a basemap. */
	private const MOST_ZOOM        = 11;
	private const MOST_SINGLE_ZOOM = 8;

	/** Share of the places that may be outliers, and the distances beyond which they are: see fit-box.ts. */
	private const OUTLIER_SHARE    = 0.1;
	private const OUTLIER_FACTOR   = 4;
	private const OUTLIER_DISTANCE = 0.0025;
	private const FEW_DISTANCE     = 0.0125;

	/** @var float Centre in world coordinates. */
	private $x;
	/** @var float */
	private $y;

	/** @var float */
	private $zoom;

	/** @var float Side of the world in units of the picture. */
	private $size;

	private function __construct( float $x, float $y, float $zoom ) {
		$this->x    = $x;
		$this->zoom = $zoom;
		$this->size = self::WORLD * 2 ** $zoom;
		$half       = min( 0.5, self::HEIGHT / $this->size / 2 );
		$this->y    = max( $half, min( 1 - $half, $y ) );
	}

	/** Returns the view around a centre that the page sets. */
	public static function around( float $lat, float $lon, float $zoom ): self {
		return new self( self::world_x( $lon ), self::world_y( $lat ), $zoom );
	}

	/**
	 * Returns the view of some places, as the map fits it: a wrong or overseas place among many is left out.
	 *
	 * @param array<array{0:float,1:float}> $places Latitude and longitude of at least one place.
	 */
	public static function fit( array $places ): self {
		$x    = array();
		$y    = array();
		$seam = self::widest_gap( array_map( array( self::class, 'world_x' ), array_column( $places, 1 ) ) );
		foreach ( $places as list( $lat, $lon ) ) {
			$x[] = self::wrap( self::world_x( $lon ) - $seam ) + $seam;
			$y[] = self::world_y( $lat );
		}
		list( $left, $top, $right, $bottom ) = self::box( $x, $y );

		$across = max( 1e-12, $right - $left );
		$down   = max( 1e-12, $bottom - $top );
		$most   = $right > $left || $bottom > $top ? self::MOST_ZOOM : self::MOST_SINGLE_ZOOM;
		$scale  = min( ( self::WIDTH - 2 * self::PADDING ) / $across, ( self::HEIGHT - 2 * self::PADDING ) / $down );
		$zoom   = min( $most, log( $scale / self::WORLD, 2 ) );
		return new self( ( $left + $right ) / 2, ( $top + $bottom ) / 2, $zoom );
	}

	/** Returns a wider view of the same centre; the same view if it shows a single place. */
	public function wider(): self {
		return $this->zoom > self::MOST_SINGLE_ZOOM ? new self( $this->x, $this->y, max( self::MOST_SINGLE_ZOOM, $this->zoom - 1 ) ) : $this;
	}

	/** Returns the position of a place in the picture, in the copy of the world nearest to the centre. */
	public function position( float $lat, float $lon ): array {
		$x = self::world_x( $lon );
		return $this->at( $x - floor( $x - $this->x + 0.5 ), self::world_y( $lat ) );
	}

	/** Returns the position of world coordinates in the picture. */
	public function at( float $x, float $y ): array {
		return array(
			( $x - $this->x ) * $this->size + self::WIDTH / 2,
			( $y - $this->y ) * $this->size + self::HEIGHT / 2,
		);
	}

	/** Returns the copies of the world that the picture may show, as whole numbers to add to x. */
	public function copies(): array {
		$half = self::WIDTH / $this->size / 2;
		return range( (int) floor( $this->x - $half ), (int) floor( $this->x + $half ) );
	}

	/** Returns the world x of a longitude; not wrapped, since a coast may extend across the antimeridian. */
	public static function world_x( float $lon ): float {
		return $lon / 360 + 0.5;
	}

	/** Returns the world y of a latitude, clamped to the square. */
	public static function world_y( float $lat ): float {
		$sine = sin( deg2rad( max( -85.0511287798, min( 85.0511287798, $lat ) ) ) );
		return 0.5 - log( ( 1 + $sine ) / ( 1 - $sine ) ) / ( 4 * M_PI );
	}

	private static function wrap( float $x ): float {
		return $x - floor( $x );
	}

	/** Returns the box of the places that are no outliers: left, top, right, bottom. */
	private static function box( array $x, array $y ): array {
		$middle_x  = self::median( $x );
		$middle_y  = self::median( $y );
		$distances = array();
		foreach ( $x as $i => $left ) {
			$distances[ $i ] = hypot( $left - $middle_x, $y[ $i ] - $middle_y );
		}
		$most = self::most_distance( $distances );
		$near = array_filter(
			$distances,
			static function ( $distance ) use ( $most ) {
				return $distance <= $most;
			}
		);
		$x    = array_intersect_key( $x, $near );
		$y    = array_intersect_key( $y, $near );
		return array( min( $x ), min( $y ), max( $x ), max( $y ) );
	}

	/** Returns the distance from the median beyond which a place is an outlier. */
	private static function most_distance( array $distances ): float {
		$count = count( $distances );
		if ( $count < 3 ) {
			return INF;
		}
		sort( $distances );
		$outliers = max( 1, (int) floor( $count * self::OUTLIER_SHARE ) );
		$least    = $count < 5 ? self::FEW_DISTANCE : self::OUTLIER_DISTANCE;
		return self::OUTLIER_FACTOR * max( $least, $distances[ $count - 1 - $outliers ] );
	}

	private static function median( array $values ): float {
		sort( $values );
		return $values[ intdiv( count( $values ), 2 ) ];
	}

	/** Returns the x at which to cut the world: the middle of the widest gap between places; 0 at the antimeridian. */
	private static function widest_gap( array $x ): float {
		$bins = array();
		foreach ( $x as $left ) {
			$bins[ (int) floor( self::wrap( $left ) * 90 ) ] = true;
		}
		$longest = 0;
		$length  = 0;
		$end     = 0;
		// Two passes, for a gap across the antimeridian.
		for ( $i = 0; $i < 180; $i++ ) {
			$length = isset( $bins[ $i % 90 ] ) ? 0 : $length + 1;
			if ( $length > $longest ) {
				$longest = $length;
				$end     = $i + 1;
			}
		}
		$start = $end - $longest;
		return $start <= 0 || $end >= 90 ? 0.0 : ( $start + $end ) / 2 / 90;
	}
}
