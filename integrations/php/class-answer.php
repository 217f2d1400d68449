<?php
namespace Spass;

/** API response as entries to be rendered: title, language, link, date. */
final class Answer {

	/** Maximum nesting: a record is at level 3, and its deepest field at level 6. */
	private const MOST_LEVELS = 12;

	/**
	 * Maximum numbers of lists and objects, and of values. PHP needs about 400 bytes for each list and 40 for each
	 * value: 64 MB in all, half of the usual limit of a process.
	 */
	private const MOST_LISTS  = 100000;
	private const MOST_VALUES = 600000;

	/**
	 * Returns the content of a response.
	 *
	 * @return array|null Null if the response cannot be read, or cannot be filtered as the widget requires.
	 */
	public static function content( string $json, Question $question, string $language ): ?array {
		$answer = self::fits( $json ) ? json_decode( $json, true, self::MOST_LEVELS ) : null;
		if ( ! is_array( $answer ) ) {
			return null;
		}
		if ( $question->is_related ) {
			return is_array( $answer['items'] ?? null ) ? self::related( $answer['items'], $question, $language ) + Content::NONE : null;
		}
		$records = self::records( $answer, $question );
		if ( null === $records ) {
			return null;
		}
		if ( 'story' === $question->widget->noun ) {
			$records = is_array( $records[0]['steps'] ?? null ) ? $records[0]['steps'] : array();
		}
		if ( 'project-map' === $question->widget->noun ) {
			return Funding::of( $records, $answer, $question, $language ) + Map\Projects::content( $records, $answer, $question->limit, $language );
		}
		if ( 'project' === $question->widget->noun ) {
			return Sheet::content( $records, $answer, $question, $language );
		}
		$records = array_slice( $records, 0, $question->limit );
		$entries = array();
		foreach ( $records as $record ) {
			$entry = is_array( $record ) ? self::entry( $record, $language ) : null;
			if ( null !== $entry ) {
				$entries[] = $entry;
			}
		}
		return array( 'entries' => $entries ) + Funding::of( $records, $answer, $question, $language ) + Content::NONE;
	}

	/** Returns the content of a query for records beside those of the widget. */
	private static function related( array $records, Question $question, string $language ): array {
		return 'programmes' === $question->collection
			? array( 'programmes' => Funding::programmes( $records, $question, $language ) )
			: array( 'events' => Meeting::events( $records, $question->one(), $language ) );
	}

	/** Returns true if a response can be decoded in a share of the memory. Signs inside texts count too. */
	private static function fits( string $json ): bool {
		return substr_count( $json, '[' ) + substr_count( $json, '{' ) <= self::MOST_LISTS
			&& substr_count( $json, ',' ) <= self::MOST_VALUES;
	}

	/** Returns the records of a response in order: a page, a single record, or a collection of a portal document. */
	private static function records( array $answer, Question $question ): ?array {
		if ( isset( $answer['id'] ) && '' !== $question->one() ) {
			return array( $answer );
		}
		$is_document = ! isset( $answer['items'] );
		$records     = $answer[ $is_document ? $question->collection : 'items' ] ?? null;
		if ( ! is_array( $records ) ) {
			return $is_document && isset( $answer['version'] ) ? array() : null;
		}
		$is_complete = $is_document || ! empty( $answer['complete'] );
		return $is_complete ? Shelf::find( array_values( $records ), $question, $answer ) : array_values( $records );
	}

	private static function entry( array $record, string $language ): ?array {
		$name  = Text::of( $record['title'] ?? $record['name'] ?? null, $language );
		$words = Text::of( $record['text'] ?? null, $language );
		$id    = $record['id'] ?? '';
		$title = '' !== $name['text'] ? $name['text'] : Text::plain( $id );
		if ( '' === $title && '' === $words['text'] ) {
			return null;
		}
		$period = $record['period'] ?? null;
		$start  = is_array( $period ) ? ( $period['start'] ?? '' ) : '';
		return array(
			'title' => $title,
			'lang'  => '' !== $name['text'] ? $name['lang'] : '',
			'url'   => Link::safe( $record['url'] ?? null ),
			'start' => is_string( $start ) && preg_match( '/^\d{4}(?:-\d\d){0,2}(?:T[\d:.]*(?:Z|[+-][\d:]+)?)?$/', $start ) ? $start : '',
			'text'  => $words['text'],
		);
	}
}
