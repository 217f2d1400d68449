<?php
namespace Spass\Map;

use Spass\Content;
use Spass\Funding;
use Spass\Link;
use Spass\Markup;
use Spass\Shelf;
use Spass\Text;
use Spass\Widget;

/** Projects of a map for visitors without JavaScript: a picture with numbered marks, and the list with the same numbers. */
final class Projects {

	/** Zoom of a map whose page sets only the centre. */
	private const ZOOM = 9;

	/** Maximum number of places of a response without a number. */
	private const MOST_OTHERS = 400;

	/** Returns the content of `map.json`, read on first use. */
	private static function facts(): array {
		static $facts = null;
		if ( null === $facts ) {
			$facts = json_decode( (string) file_get_contents( dirname( __DIR__ ) . '/map.json' ), true );
		}
		return $facts;
	}

	/** Returns the sentences in a language. */
	public static function sentences( string $language ): Sentences {
		return new Sentences( self::facts()['messages'], $language );
	}

	/** Returns the content of a response with projects. */
	public static function content( array $records, array $answer, int $limit, string $language ): array {
		$sentences = self::sentences( $language );
		$content   = Content::NONE;
		foreach ( $records as $record ) {
			if ( ! is_array( $record ) ) {
				continue;
			}
			$position = self::position( $record['geo'] ?? null );
			++$content[ $position ? 'located' : 'unlocated' ];
			$is_listed = $content[ $position ? 'located' : 'unlocated' ] <= $limit;
			if ( ! $is_listed ) {
				if ( $position ) {
					$content['others'][] = $position;
				}
				continue;
			}
			$name  = self::name( $record, $language );
			$entry = array(
				'title' => '' === $name['text'] ? $sentences->text( 'untitled', Text::plain( $record['id'] ?? '' ) ) : $name['text'],
				'lang'  => $name['lang'],
				'url'   => Link::safe( $record['url'] ?? null ),
				'note'  => $sentences->note( $name['lang'] ),
				'facts' => $sentences->facts( $record, Shelf::family( $record, $answer ), $language ),
			);
			if ( $position ) {
				$entry['position'] = $position;
			}
			$content['entries'][] = $entry;
		}
		$step               = max( 1, (int) ceil( count( $content['others'] ) / self::MOST_OTHERS ) );
		$content['others']  = array_map( 'current', array_chunk( $content['others'], $step ) );
		$total              = $answer['total'] ?? 0;
		$content['total']   = max( $content['located'] + $content['unlocated'], is_int( $total ) ? $total : 0 );
		$content['credits'] = self::credits( $answer, $language );
		return $content;
	}

	/** Returns the title of a record, with its language if that is not the requested one. */
	public static function name( array $record, string $language ): array {
		$title = $record['title'] ?? $record['name'] ?? null;
		$lang  = $record['lang'] ?? '';
		$own   = is_string( $title ) && is_string( $lang ) && '' !== $lang ? array( $lang => $title ) : $title;
		return Text::of( $own, $language );
	}

	/** Returns latitude and longitude, or null if they are none. */
	private static function position( $geo ): ?array {
		$lat = $geo['lat'] ?? null;
		$lon = $geo['lon'] ?? null;
		return self::is_position( $lat, $lon ) ? array( (float) $lat, (float) $lon ) : null;
	}

	private static function is_position( $lat, $lon ): bool {
		$is_number = ( is_int( $lat ) || is_float( $lat ) ) && ( is_int( $lon ) || is_float( $lon ) );
		return $is_number && abs( $lat ) <= 90 && abs( $lon ) <= 180;
	}

	/** Returns source, licence, date and contact of a response. */
	public static function credits( array $answer, string $language ): array {
		$credit  = is_array( $answer['attribution'] ?? null ) ? $answer['attribution'] : array();
		$text    = Text::of( $credit['text'] ?? null, $language );
		$url     = Link::safe( $credit['url'] ?? null );
		$updated = $credit['updated'] ?? '';
		return array(
			array(
				'text'    => '' === $text['text'] ? $url : $text['text'],
				'lang'    => $text['lang'],
				'url'     => $url,
				'licence' => Text::of( $credit['licence'] ?? null, $language )['text'],
				'updated' => is_string( $updated ) && preg_match( '/^\d{4}(?:-\d\d){0,2}(?=$|T)/', $updated, $day ) ? $day[0] : '',
				'contact' => Link::safe( $answer['contact'] ?? null ),
			),
		);
	}

	/**
	 * Returns the picture and the list.
	 *
	 * @param array    $content Content of all responses, with at least one entry.
	 * @param callable $day     Formats an ISO date.
	 */
	public static function html( Widget $widget, array $content, callable $day, string $language ): string {
		$sentences = self::sentences( $language );
		$count     = $content['total'] > $content['located'] + $content['unlocated']
			? $sentences->part( 'projects', $content['located'], $content['total'] )
			: $sentences->count( 'projects', $content['located'] );
		$located   = array();
		$rest      = array();
		foreach ( $content['entries'] as $entry ) {
			if ( isset( $entry['position'] ) ) {
				$located[] = $entry;
			} else {
				$rest[] = $entry;
			}
		}
		$html = self::picture( $widget, $located, $content['others'], $sentences->text( 'map' ) . $sentences->text( 'colon' ) . $count );
		if ( ! isset( $widget->attributes['no-list'] ) ) {
			$html .= $located ? "<p>$count</p><ol>" . self::items( $located ) . '</ol>' : '';
			$html .= $rest ? self::details( $sentences->count( 'unlocated', $content['unlocated'] ), $rest, ! $located ) : '';
		}
		return $html . Funding::html( $content, $language ) . $sentences->credits( $widget, $content['credits'], $day );
	}

	private static function picture( Widget $widget, array $located, array $others, string $label ): string {
		$positions = array_column( $located, 'position' );
		if ( ! $positions ) {
			return '';
		}
		$numbered = isset( $widget->attributes['no-list'] ) ? array() : array_combine( range( 1, count( $positions ) ), $positions );
		$facts    = self::facts();
		$outlines = new Outlines( $facts['outlines'], $facts['stepsPerDegree'] );
		$places   = array_merge( $positions, $others );
		$viewport = self::viewport( $widget ) ?? $outlines->in_sight( Viewport::fit( $places ) );
		$svg      = Picture::svg( $viewport, $outlines, $numbered, $numbered ? $others : $places, $label );
		return "<figure>$svg</figure>";
	}

	/** Returns the view that the page sets; null without one. */
	private static function viewport( Widget $widget ): ?Viewport {
		$center = array_map( 'trim', explode( ',', $widget->get( 'center' ) ) );
		if ( 2 !== count( array_filter( $center, 'is_numeric' ) ) || ! self::is_position( +$center[0], +$center[1] ) ) {
			return null;
		}
		$zoom = $widget->get( 'zoom' );
		return Viewport::around( +$center[0], +$center[1], is_numeric( $zoom ) ? max( 2, min( 14, (float) $zoom ) ) : self::ZOOM );
	}

	private static function items( array $entries ): string {
		$html = '';
		foreach ( $entries as $entry ) {
			$note  = '' === $entry['note'] ? '' : ' ' . Markup::escape( $entry['note'] );
			$facts = '' === $entry['facts'] ? '' : '<br>' . Markup::escape( $entry['facts'] );
			$html .= '<li>' . Markup::link( $entry['title'], $entry['url'], $entry['lang'] ) . "$note$facts</li>";
		}
		return $html;
	}

	/** Returns the projects without a place, folded if others have one. */
	private static function details( string $title, array $entries, bool $is_open ): string {
		return '<details' . ( $is_open ? ' open' : '' ) . "><summary>$title</summary><ul>" . self::items( $entries ) . '</ul></details>';
	}
}
