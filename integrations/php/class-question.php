<?php
namespace Spass;

/** Query to one API, for the fallback content of a widget. */
final class Question {

	/** Filters that accept several values, separated by commas. */
	public const LISTS = array( 'family', 'portal', 'theme', 'section', 'type', 'commune', 'programme', 'project' );

	/** Collections that a widget needs beside its own: for funding statements, and for the next meeting of a project. */
	private const RELATED = array(
		'portal-cards'       => array( 'programmes' ),
		'programme-timeline' => array( 'programmes' ),
		'project-map'        => array( 'programmes' ),
		'project-progress'   => array( 'programmes' ),
		'project'            => array( 'programmes', 'events' ),
	);

	/** Maximum number of entries in the fallback content. */
	private const MOST = 100;

	/** Maximum number of records that an API sends at once. */
	private const MOST_RECORDS = 500;

	/** @var string URL of the request. */
	public $url = '';

	/** @var string Collection, such as `resources`. */
	public $collection = '';

	/** @var bool True if the response has all collections. */
	public $is_document = false;

	/** @var int Number of entries. */
	public $limit = 12;

	/** @var int Number of records requested: a map shows further ones without a number. */
	private $page = 12;

	/** @var bool True if the query is for records beside those of the widget: the programmes of its projects, or events. */
	public $is_related = false;

	/** @var Widget Widget whose filters apply to a complete response. */
	public $widget;

	/**
	 * Returns the queries of a widget, one per URL.
	 *
	 * @param string $site URL of the site, to resolve `/portail.json`.
	 * @return self[] Empty if the widget lists nothing, or if its source is not supported.
	 */
	public static function all( Widget $widget, string $site ): array {
		$collection = $widget->facts['collection'] ?? '';
		$addresses  = $widget->addresses();
		$kinds      = preg_split( '/\s+/', $widget->get( 'source' ), -1, PREG_SPLIT_NO_EMPTY );
		if ( '' === $collection ) {
			return array();
		}
		$questions = array();
		foreach ( $addresses as $index => $address ) {
			$kind = $kinds[ $index ] ?? end( $kinds );
			if ( ! $kind || 'portal' === $kind || 'document' === $kind ) {
				$question    = self::of( $widget, $collection, self::absolute( $address, $site ), 'document' === $kind );
				$questions[] = $question;
				foreach ( $question->is_document ? array() : self::RELATED[ $widget->noun ] ?? array() as $related ) {
					$questions[] = self::related( $widget, $related, self::absolute( $address, $site ) );
				}
			}
		}
		return $questions;
	}

	private static function of( Widget $widget, string $collection, string $address, bool $is_document ): self {
		$question             = new self();
		$question->widget     = $widget;
		$question->collection = $collection;
		$question->limit      = max( 1, min( self::MOST, (int) $widget->get( 'limit' ) ) );
		$question->page       = array(
			'project-map' => self::MOST_RECORDS,
			'project'     => self::MOST,
		)[ $widget->noun ] ?? $question->limit;
		$path                 = (string) parse_url( $address, PHP_URL_PATH );
		$question->is_document = $is_document || preg_match( '/\.json$/i', $path );
		$question->url         = $question->is_document ? $address : $question->address_of_collection( $address );
		return $question;
	}

	/** Returns the query for all programmes, or for the events of the project, as the widget sends it. */
	private static function related( Widget $widget, string $collection, string $address ): self {
		list( $start, $query ) = explode( '?', $address, 2 ) + array( 1 => '' );
		$question              = new self();
		$question->widget      = $widget;
		$question->collection  = $collection;
		$question->is_related  = true;
		$project               = 'events' === $collection ? 'project=' . rawurlencode( $question->one() ) . '&' : '';
		$question->url         = rtrim( $start, '/' ) . "/$collection?" . ( '' === $query ? '' : "$query&" ) . $project . 'limit=' . self::MOST_RECORDS;
		return $question;
	}

	/** Returns true if the query is needed beside the content of the queries before it. */
	public function is_needed( array $content ): bool {
		return ! $this->is_related || ( 'programmes' === $this->collection ? $content['funded'] : $content['entries'] && '' !== $this->one() );
	}

	private function address_of_collection( string $base ): string {
		list( $start, $query ) = explode( '?', $base, 2 ) + array( 1 => '' );
		$url                   = rtrim( $start, '/' ) . '/' . $this->collection;
		$one                   = $this->one();
		// The sheet of a portfolio has its projects too, which the filter matches.
		if ( '' !== $one && 'project' !== $this->widget->noun ) {
			return $url . '/' . rawurlencode( $one ) . ( '' === $query ? '' : "?$query" );
		}
		$parts = '' === $query ? array() : array( $query );
		foreach ( self::LISTS as $name ) {
			foreach ( self::values( $this->widget->get( $name ) ) as $value ) {
				$parts[] = $name . '=' . rawurlencode( $value );
			}
		}
		foreach ( array( 'from', 'to', 'q', 'sort' ) as $name ) {
			if ( '' !== $this->widget->get( $name ) ) {
				$parts[] = $name . '=' . rawurlencode( $this->widget->get( $name ) );
			}
		}
		$parts[] = 'limit=' . $this->page;
		return $url . '?' . implode( '&', $parts );
	}

	/** Returns the id of the record that the widget shows, or an empty string if it shows several. */
	public function one(): string {
		$names = array(
			'project'          => 'project',
			'project-progress' => 'project',
			'story'            => 'story',
		);
		$id    = trim( $this->widget->get( $names[ $this->widget->noun ] ?? 'record' ) );
		// A sheet shows the first of several projects.
		return 'project' === $this->widget->noun ? self::values( $id )[0] ?? '' : $id;
	}

	/** Returns the cache key of the query. */
	public function key(): string {
		// All widgets of a page share the programmes.
		$own = $this->is_related ? '' : $this->widget->noun . "\n" . json_encode( $this->widget->attributes );
		return md5( "content\n" . $this->url . "\n" . $own );
	}

	/** @return string[] */
	public static function values( string $list ): array {
		return array_values( array_filter( array_map( 'trim', explode( ',', $list ) ), 'strlen' ) );
	}

	private static function absolute( string $address, string $site ): string {
		return '/' === $address[0] ? Link::origin( $site ) . $address : $address;
	}
}
