<?php
namespace Spass\Contributions;

/** Lines and areas as GeoJSON, read by the rules of the portal API. */
final class Geometry {

	/** Levels of lists around the positions, and minimum number of positions in a part, by type. */
	private const TYPES = array(
		'LineString'      => array( 1, 2 ),
		'MultiLineString' => array( 2, 2 ),
		'Polygon'         => array( 2, 3 ),
		'MultiPolygon'    => array( 3, 3 ),
	);

	/**
	 * Returns a valid line or area with closed rings and without altitudes, or null.
	 *
	 * @param mixed $value Decoded JSON of the client.
	 * @return array{type:string,coordinates:array}|null
	 */
	public static function parse( $value ): ?array {
		$type        = is_object( $value ) ? ( $value->type ?? null ) : null;
		$coordinates = is_object( $value ) ? ( $value->coordinates ?? null ) : null;
		if ( ! is_string( $type ) || ! isset( self::TYPES[ $type ] ) || ! is_array( $coordinates ) ) {
			return null;
		}
		$json = (string) json_encode( $coordinates, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
		if ( '' === $json || Text::length( $json ) > Contract::limit( 'geometry' ) ) {
			return null;
		}
		list( $levels, $minimum ) = self::TYPES[ $type ];
		$parts                    = self::parse_part( $coordinates, $levels, $minimum );
		if ( null === $parts || count( self::positions( $parts ) ) > Contract::limit( 'vertices' ) ) {
			return null;
		}
		return array(
			'type'        => $type,
			'coordinates' => $parts,
		);
	}

	/**
	 * Returns the positions of a valid line or area as text: latitude and longitude, as for a place.
	 *
	 * @param array{coordinates:array} $geometry
	 */
	public static function as_text( array $geometry ): string {
		$places = array_map(
			static function ( array $position ): string {
				return json_encode( $position[1] ) . ', ' . json_encode( $position[0] );
			},
			self::positions( $geometry['coordinates'] )
		);
		return implode( '; ', $places );
	}

	/**
	 * Returns a list of positions, or a list of such lists; null if anything in it is invalid.
	 *
	 * @param mixed $value
	 * @param int   $minimum Minimum number of positions: 2 in a line, 3 in a ring.
	 */
	private static function parse_part( $value, int $levels, int $minimum ): ?array {
		if ( ! is_array( $value ) || count( $value ) < ( 1 === $levels ? $minimum : 1 ) ) {
			return null;
		}
		$parts = array();
		foreach ( $value as $item ) {
			$part = 1 === $levels ? self::parse_position( $item ) : self::parse_part( $item, $levels - 1, $minimum );
			if ( null === $part ) {
				return null;
			}
			$parts[] = $part;
		}
		return 1 === $levels && $minimum > 2 ? self::close_ring( $parts ) : $parts;
	}

	/** Closes a ring; returns null if it has less than three corners. */
	private static function close_ring( array $positions ): ?array {
		// Equal as numbers: 3 and 3.0 are the same degree.
		if ( $positions[0] != end( $positions ) ) { // phpcs:ignore Universal.Operators.StrictComparisons
			$positions[] = $positions[0];
		}
		return count( $positions ) < 4 ? null : $positions;
	}

	/** @param mixed $value */
	private static function parse_position( $value ): ?array {
		$lon = is_array( $value ) ? ( $value[0] ?? null ) : null;
		$lat = is_array( $value ) ? ( $value[1] ?? null ) : null;
		return Validation::is_between( $lon, 180 ) && Validation::is_between( $lat, 90 ) ? array( $lon, $lat ) : null;
	}

	/** Returns the positions of all parts, in their order. */
	private static function positions( array $parts ): array {
		return is_array( $parts[0] ) ? array_merge( ...array_map( array( self::class, 'positions' ), $parts ) ) : array( $parts );
	}
}
