<?php
namespace Spass;

/**
 * Content of a widget for visitors without JavaScript, as arrays that a CMS can cache:
 *
 * - `entries`: records in order, each with title, language, URL, start and text; on a map also its position and facts;
 * - `others`: positions of the located records beyond the entries;
 * - `located`, `unlocated`: numbers of records of a map, and `total` with the records of further pages;
 * - `funded`: ids of the programmes of the records, `eu_budgets`: number of records with a budget of the Union;
 * - `programmes`: programmes, with their funding statements;
 * - `events`: events of a project;
 * - `credits`: source, licence, date and contact of each response.
 */
final class Content {

	public const NONE = array(
		'entries'    => array(),
		'others'     => array(),
		'located'    => 0,
		'unlocated'  => 0,
		'total'      => 0,
		'funded'     => array(),
		'eu_budgets' => 0,
		'programmes' => array(),
		'events'     => array(),
		'credits'    => array(),
	);

	/**
	 * Returns the content of a widget, with the responses of all its APIs.
	 *
	 * @param callable $load Returns the content of a question.
	 */
	public static function of( Widget $widget, string $site, callable $load ): array {
		$content = self::NONE;
		$limit   = 0;
		foreach ( Question::all( $widget, $site ) as $question ) {
			if ( ! $question->is_needed( $content ) ) {
				continue;
			}
			$limit = $question->is_related ? $limit : $question->limit;
			foreach ( array_merge( self::NONE, $load( $question ) ) as $name => $value ) {
				$content[ $name ] = is_array( $value ) ? array_merge( $content[ $name ], $value ) : $content[ $name ] + $value;
			}
		}
		return self::limited( $content, $limit );
	}

	/** Returns content with at most as many entries, those without a position apart. */
	public static function limited( array $content, int $limit ): array {
		$located = array();
		$rest    = array();
		foreach ( $content['entries'] as $entry ) {
			if ( isset( $entry['position'] ) ) {
				$located[] = $entry;
			} else {
				$rest[] = $entry;
			}
		}
		foreach ( array_slice( $located, $limit ) as $entry ) {
			$content['others'][] = $entry['position'];
		}
		$content['entries'] = array_merge( array_slice( $located, 0, $limit ), array_slice( $rest, 0, $limit ) );
		return $content;
	}
}
