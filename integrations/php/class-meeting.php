<?php
namespace Spass;

/** Next meeting of a project, for visitors without JavaScript. */
final class Meeting {

	/** Maximum number of the first events of a project that are kept. */
	private const MOST = 100;

	/** Returns the events of a project that take place, with local times, without those of other projects of a document. */
	public static function events( array $records, string $project, string $language ): array {
		$events = array();
		foreach ( array_filter( $records, 'is_array' ) as $record ) {
			$period = is_array( $record['period'] ?? null ) ? $record['period'] : array();
			$days   = array_filter( array( self::local( $period['start'] ?? null ), self::local( $period['end'] ?? null ) ), 'strlen' );
			$status = strtolower( trim( Text::plain( $record['status'] ?? '' ) ) );
			$is_own = Text::plain( $record['project'] ?? $project ) === $project;
			if ( $days && $is_own && ! preg_match( '/^(?:cancell?ed|postponed)$/', $status ) ) {
				$events[] = array(
					'id'    => Text::plain( $record['id'] ?? '' ),
					'title' => Text::of( $record['title'] ?? null, $language ),
					'url'   => Link::safe( $record['url'] ?? null ),
					'start' => min( $days ),
					'end'   => max( $days ),
					'place' => Text::plain( $record['place'] ?? '' ),
				);
			}
		}
		return array_slice( $events, 0, self::MOST );
	}

	/**
	 * Returns the next meeting with its day, times and place: the one that the project names, else the next of its events.
	 *
	 * @param array    $events Events of the project.
	 * @param callable $day    Formats an ISO date.
	 */
	public static function html( array $events, string $next, callable $day ): string {
		$now      = self::local( gmdate( 'Y-m-d\TH:i\Z' ) );
		$upcoming = array_filter(
			$events,
			static function ( $event ) use ( $now ) {
				$end = substr( $event['end'], 0, 10 );
				return $end >= substr( $now, 0, strlen( $end ) );
			}
		);
		$named    = array_filter(
			$upcoming,
			static function ( $event ) use ( $next ) {
				return '' !== $next && $event['id'] === $next;
			}
		);
		$events   = array_values( $named ? $named : $upcoming );
		if ( ! $events ) {
			return '';
		}
		array_multisort( array_column( $events, 'start' ), $events );
		$event = $events[0];
		list( $first, $last ) = array( substr( $event['start'], 0, 10 ), substr( $event['end'], 0, 10 ) );
		$days  = $first === $last ? $day( $first ) : $day( $first ) . ' – ' . $day( $last );
		$times = $first === $last ? array_unique( array_filter( array( substr( $event['start'], 11, 5 ), substr( $event['end'], 11, 5 ) ), 'strlen' ) ) : array();
		$when  = Markup::escape( $days . ( $times ? ', ' . implode( '–', $times ) : '' ) );
		$lines = array(
			'<time datetime="' . Markup::escape( $event['start'] ) . "\">$when</time>",
			Markup::link( $event['title']['text'], $event['url'], $event['title']['lang'] ),
			Markup::escape( $event['place'] ),
		);
		return '<p>' . implode( '<br>', array_filter( $lines, 'strlen' ) ) . '</p>';
	}

	/** Returns an ISO date, with its time in Europe/Paris if that has an offset; empty if it is none. */
	private static function local( $date ): string {
		if ( ! is_string( $date ) || ! preg_match( '/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::[\d.]+)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/', $date, $found ) ) {
			return '';
		}
		$moment = isset( $found[1] ) ? date_create( $date ) : false;
		return $moment ? $moment->setTimezone( new \DateTimeZone( 'Europe/Paris' ) )->format( 'Y-m-d\TH:i' ) : substr( $date, 0, 16 );
	}
}
