<?php
namespace Spass;

/** Filters and sorts the records of a complete response. */
final class Shelf {

	/**
	 * Returns the records that a widget shows, in its order.
	 *
	 * @return array|null Null for filters that are not supported here (dates and search words): the unfiltered list
	 * would be wrong.
	 */
	public static function find( array $records, Question $question, array $document ): ?array {
		$widget = $question->widget;
		$one    = $question->one();
		foreach ( '' === $one ? array( 'from', 'to', 'q' ) : array() as $name ) {
			if ( '' !== $widget->get( $name ) ) {
				return null;
			}
		}
		foreach ( Question::LISTS as $name ) {
			$wanted = '' === $one ? Question::values( $widget->get( $name ) ) : array();
			if ( $wanted ) {
				$records = array_filter(
					$records,
					static function ( $record ) use ( $name, $wanted, $document ) {
						return array_intersect( $wanted, self::values( $record, $name, $document ) );
					}
				);
			}
		}
		if ( '' !== $one ) {
			$records = array_filter(
				$records,
				static function ( $record ) use ( $one, $widget ) {
					return Text::plain( $record['id'] ?? null ) === $one
						|| ( 'project' === $widget->noun && Text::plain( $record['parent'] ?? null ) === $one );
				}
			);
		}
		return self::sorted( array_values( $records ), $widget->get( 'sort' ) );
	}

	/** Returns the values of a field of a record, as strings. */
	private static function values( $record, string $name, array $document ): array {
		if ( ! is_array( $record ) ) {
			return array();
		}
		if ( 'commune' === $name ) {
			return array( Text::plain( $record['commune']['insee'] ?? null ) );
		}
		// A resource can have several portals and themes; a portal can list several projects.
		$found = array_merge( (array) ( $record[ $name ] ?? array() ), (array) ( $record[ "{$name}s" ] ?? array() ) );
		$found = array_map( 'strval', array_filter( $found, 'is_scalar' ) );
		if ( 'family' === $name && ! $found ) {
			$ids = self::values( $record, 'portal', $document );
			foreach ( (array) ( $document['portals'] ?? array() ) as $portal ) {
				if ( in_array( Text::plain( $portal['id'] ?? null ), $ids, true ) ) {
					$found[] = Text::plain( $portal['family'] ?? null );
				}
			}
		}
		return $found;
	}

	/** Returns the family of a record, or of its portal in a document. */
	public static function family( array $record, array $document ): string {
		return (string) current( self::values( $record, 'family', $document ) );
	}

	private static function sorted( array $records, string $sort ): array {
		$field = ltrim( $sort, '-' );
		if ( '' === $field ) {
			return $records;
		}
		$keys = array_map(
			static function ( $record ) use ( $field ) {
				return 'title' === $field
					? Text::lower( Text::of( $record['title'] ?? $record['name'] ?? null, 'fr' )['text'] )
					: self::day( $record );
			},
			$records
		);
		$sign = '-' === $sort[0] ? -1 : 1;
		uksort(
			$records,
			static function ( $a, $b ) use ( $keys, $sign ) {
				// Records without a date come last in both directions.
				$empty = ( '' === $keys[ $a ] ) <=> ( '' === $keys[ $b ] );
				return $empty ? $empty : ( ( $sign * strcmp( $keys[ $a ], $keys[ $b ] ) ) ?: $a - $b );
			}
		);
		return array_values( $records );
	}

	private static function day( $record ): string {
		$days = array(
			$record['published'] ?? '',
			$record['event']['start'] ?? '',
			$record['period']['start'] ?? '',
			$record['created'] ?? '',
		);
		$days = array_filter( $days, 'is_string' );
		return (string) current( array_filter( $days, 'strlen' ) );
	}
}
