<?php
namespace Spass;

/** Sheet of a project for visitors without JavaScript: funding statement first, then texts, facts, partners, documents and contact. */
final class Sheet {

	/**
	 * Returns the content of a response with a project.
	 *
	 * @param array[] $records  The project, if it exists, and the projects of a portfolio.
	 * @param array   $answer   Complete response; a portal document has the programmes and events too.
	 */
	public static function content( array $records, array $answer, Question $question, string $language ): array {
		$one      = $question->one();
		$records  = array_filter( $records, 'is_array' );
		$projects = array_column( array_reverse( $records ), null, 'id' );
		$project  = '' === $one ? ( array_values( $records )[0] ?? null ) : ( $projects[ $one ] ?? null );
		if ( null === $project ) {
			return Content::NONE;
		}
		// The next meeting may be a record of its own, or one of the events.
		$events               = array_merge( array( $project['next'] ?? null ), is_array( $answer['events'] ?? null ) ? $answer['events'] : array() );
		$content              = Funding::of( array( $project ), $answer, $question, $language ) + Content::NONE;
		$content['credits']   = Map\Projects::credits( $answer, $language );
		$content['events']    = Meeting::events( $events, Text::plain( $project['id'] ?? '' ), $language );
		$budget               = is_array( $project['budget'] ?? null ) ? $project['budget'] : array();
		$contact              = is_array( $project['contact'] ?? null ) ? $project['contact'] : array( 'name' => Text::plain( $project['contact'] ?? '' ) );
		$participation        = is_array( $project['participate'] ?? null ) ? $project['participate'] : array();
		$content['entries'][] = array(
			'name'      => Map\Projects::name( $project, $language ),
			'id'        => Text::plain( $project['id'] ?? '' ),
			'url'       => Link::safe( $project['url'] ?? null ),
			'acronym'   => Text::plain( $project['acronym'] ?? '' ),
			'programme' => Text::plain( $project['programme'] ?? '' ),
			'years'     => Map\Projects::sentences( $language )->years( $project ),
			'place'     => Map\Sentences::place( $project['commune'] ?? null, $language ),
			'budget'    => array(
				'total'    => self::positive( $budget['total'] ?? null ),
				'eu'       => self::positive( $budget['eu'] ?? null ),
				'rate'     => self::positive( $budget['rate'] ?? null ),
				'currency' => Text::plain( $budget['currency'] ?? 'EUR' ),
			),
			'texts'     => array(
				'description' => Text::paragraphs( $project['description'] ?? null, $language ),
				'aims'        => Text::paragraphs( $project['aims'] ?? null, $language ),
				'results'     => Text::paragraphs( $project['results'] ?? null, $language ),
			),
			'extra'     => self::extra( $project['extra'] ?? null ),
			'children'  => self::children( $records, $project, $language ),
			'next'      => Text::plain( $project['next'] ?? '' ),
			'partners'  => self::partners( $project, $language ),
			'documents' => self::links( $project['documents'] ?? null, $language ),
			'sources'   => self::links( $project['sources'] ?? null, $language ),
			'action'    => array( Text::of( $participation['label'] ?? null, $language ), Link::safe( $participation['url'] ?? null ) ),
			'contact'   => array(
				'name'      => Text::plain( $contact['name'] ?? '' ),
				'role'      => Text::of( $contact['role'] ?? null, $language )['text'],
				'email'     => Text::plain( $contact['email'] ?? '' ),
				'telephone' => Text::plain( $contact['telephone'] ?? '' ),
			),
		);
		return $content;
	}

	/**
	 * Returns the sheet as HTML.
	 *
	 * @param array    $content Content of all responses, with at least one entry.
	 * @param callable $day     Formats an ISO date.
	 */
	public static function html( Widget $widget, array $content, callable $day, string $language ): string {
		$sentences = Map\Projects::sentences( $language );
		$project   = $content['entries'][0];
		$programme = null;
		foreach ( $content['programmes'] as $one ) {
			if ( $one['id'] === $project['programme'] ) {
				$programme = $one;
				break;
			}
		}
		$level    = max( 2, min( 6, (int) $widget->get( 'heading-level' ) ) );
		$name     = $project['name'];
		$title    = '' === $name['text'] ? $sentences->text( 'untitled', $project['id'] ) : $name['text'];
		$is_known = '' === $project['acronym'] || false !== strpos( $title, $project['acronym'] );
		$html     = Funding::html( $content, $language )
			. "<h$level>" . Markup::link( $title, $project['url'], $name['lang'] ) . "</h$level>"
			. ( $is_known ? '' : '<p>' . Markup::escape( $project['acronym'] ) . '</p>' )
			. self::paragraphs( $project['texts']['description'] );
		$parts    = array(
			'keyFacts'        => self::facts( $project, $programme, $sentences ),
			'projectAims'     => self::paragraphs( $project['texts']['aims'] ),
			'projectResults'  => self::paragraphs( $project['texts']['results'] ),
			'projectPartners' => self::partner_list( $project['partners'], $sentences ),
			'subprojects'     => self::link_list( $project['children'], $sentences ),
			'documents'       => self::link_list( $project['documents'], $sentences ),
			'sources'         => self::link_list( $project['sources'], $sentences ),
			'meeting'         => Meeting::html( $content['events'], $project['next'], $day ),
			'participate'     => '' === $project['action'][1] ? '' : '<p>' . self::link( $project['action'] ) . '</p>',
			'projectContact'  => self::contact_lines( $project['contact'] ),
		);
		++$level;
		$level = min( 6, $level );
		foreach ( $parts as $heading => $part ) {
			$html .= '' === $part ? '' : "<h$level>" . Markup::escape( $sentences->text( $heading ) ) . "</h$level>$part";
		}
		return $html . $sentences->credits( $widget, $content['credits'], $day );
	}

	private static function facts( array $project, ?array $programme, Map\Sentences $sentences ): string {
		$budget = $project['budget'];
		$facts  = array();
		if ( $programme && '' !== $programme['title']['text'] ) {
			$years                = '' === $programme['years'] ? '' : " ({$programme['years']})";
			$facts['programme'] = Markup::link( $programme['title']['text'], '', $programme['title']['lang'] ) . Markup::escape( $years );
		}
		$facts['projectPeriod'] = Markup::escape( $project['years'] );
		$facts['budget']        = Markup::escape( $sentences->money( $budget['total'], $budget['currency'] ) );
		$eu                     = array(
			$sentences->money( $budget['eu'], $budget['currency'] ),
			$budget['rate'] ? $sentences->text( 'percent', (string) round( $budget['rate'] ) ) : '',
		);
		$eu                     = array_filter( $eu, 'strlen' );
		$facts['euFunding']     = Markup::escape( implode( Text::SEPARATOR, $eu ? array_filter( array_merge( $eu, array( $programme['fund'] ?? '' ) ), 'strlen' ) : array() ) );
		$facts['projectPlace']  = Markup::escape( $project['place'] );
		$html                   = '';
		foreach ( array_filter( $facts, 'strlen' ) as $name => $value ) {
			$html .= '<dt>' . Markup::escape( $sentences->text( $name ) ) . "</dt><dd>$value</dd>";
		}
		foreach ( $project['extra'] as $fact ) {
			$html .= '<dt>' . Markup::escape( $fact[0] ) . '</dt><dd>' . Markup::escape( $fact[1] ) . '</dd>';
		}
		return '' === $html ? '' : "<dl>$html</dl>";
	}

	private static function paragraphs( array $texts ): string {
		$html = '';
		foreach ( $texts as $text ) {
			$lang  = '' === $text['lang'] ? '' : ' lang="' . Markup::escape( $text['lang'] ) . '"';
			$html .= "<p$lang>" . Markup::escape( $text['text'] ) . '</p>';
		}
		return $html;
	}

	private static function partner_list( array $partners, Map\Sentences $sentences ): string {
		$html = '';
		foreach ( $partners as $partner ) {
			$role  = $partner['is_lead'] ? '<strong>' . Markup::escape( $sentences->text( 'lead' ) ) . '</strong>' : Markup::link( $partner['role']['text'], '', $partner['role']['lang'] );
			$facts = array_filter( array( $role, Markup::escape( $sentences->country( $partner['country'] ) ) ), 'strlen' );
			$html .= '<li>' . Markup::escape( $partner['name'] ) . ( $facts ? Text::SEPARATOR . implode( Text::SEPARATOR, $facts ) : '' ) . '</li>';
		}
		return '' === $html ? '' : "<ul>$html</ul>";
	}

	private static function link_list( array $links, Map\Sentences $sentences ): string {
		$html = '';
		foreach ( $links as $link ) {
			$facts = implode( ', ', array_filter( array( $link[2], $sentences->size( $link[4] ) ), 'strlen' ) );
			$note  = $sentences->note( $link[3] );
			$html .= '<li>' . self::link( $link ) . Markup::escape( ( '' === $facts ? '' : ", $facts" ) . ( '' === $note ? '' : " $note" ) ) . '</li>';
		}
		return '' === $html ? '' : "<ul>$html</ul>";
	}

	private static function link( array $link ): string {
		return Markup::link( '' === $link[0]['text'] ? $link[1] : $link[0]['text'], $link[1], $link[0]['lang'] );
	}

	/** Returns a name as text, an e-mail address or a URL as a link. */
	public static function contact( string $text ): string {
		$is_email = preg_match( '/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/', $text );
		return Markup::link( $text, Link::safe( $is_email ? "mailto:$text" : $text ) );
	}

	private static function contact_lines( array $contact ): string {
		$parts = array(
			self::contact( implode( ', ', array_filter( array( $contact['name'], $contact['role'] ), 'strlen' ) ) ),
			self::contact( $contact['email'] ),
			'' === $contact['telephone'] ? '' : Markup::link( $contact['telephone'], Link::safe( 'tel:' . preg_replace( '/[^\d+]/', '', $contact['telephone'] ) ) ),
		);
		$parts = array_filter( $parts, 'strlen' );
		return $parts ? '<p>' . implode( '<br>', $parts ) . '</p>' : '';
	}

	/** Returns the partners with their roles and countries, the lead first. */
	private static function partners( array $project, string $language ): array {
		$lead  = trim( Text::plain( $project['lead'] ?? '' ) );
		$first = array();
		$rest  = array();
		foreach ( is_array( $project['partners'] ?? null ) ? $project['partners'] : array() as $partner ) {
			$name = is_array( $partner ) ? trim( Text::plain( $partner['name'] ?? '' ) ) : '';
			if ( '' === $name ) {
				continue;
			}
			$is_lead = Text::lower( $name ) === Text::lower( $lead );
			$entry   = array(
				'name'    => $name,
				'is_lead' => $is_lead,
				'role'    => Text::of( $partner['role'] ?? null, $language ),
				'country' => Text::plain( $partner['country'] ?? '' ),
			);
			if ( $is_lead ) {
				$first[] = $entry;
			} else {
				$rest[] = $entry;
			}
		}
		if ( '' !== $lead && ! $first ) {
			$first[] = array(
				'name'    => $lead,
				'is_lead' => true,
				'role'    => Text::of( '', $language ),
				'country' => '',
			);
		}
		return array_merge( $first, $rest );
	}

	/** Returns the projects of a portfolio, as links without a file. */
	private static function children( array $records, array $project, string $language ): array {
		$children = array();
		foreach ( $records as $record ) {
			$id = Text::plain( $record['id'] ?? '' );
			if ( Text::plain( $record['parent'] ?? '' ) === Text::plain( $project['id'] ?? '' ) && $record !== $project ) {
				$name         = Map\Projects::name( $record, $language );
				$name['text'] = '' === $name['text'] ? Map\Projects::sentences( $language )->text( 'untitled', $id ) : $name['text'];
				$children[]   = array( $name, Link::safe( $record['url'] ?? null ), '', '', 0 );
			}
		}
		return $children;
	}

	/** Returns documents or sources: text, URL, type of the file, its language and size. Those without a usable URL are left out. */
	private static function links( $records, string $language ): array {
		$links = array();
		foreach ( is_array( $records ) ? $records : array() as $record ) {
			$url = is_array( $record ) ? Link::safe( $record['url'] ?? null ) : '';
			if ( '' !== $url ) {
				$type    = preg_match( '~^application/(pdf|zip)$~', Text::plain( $record['type'] ?? $record['mime'] ?? '' ), $found ) ? strtoupper( $found[1] ) : '';
				$lang    = Text::plain( $record['lang'] ?? '' );
				$links[] = array( Text::of( $record['title'] ?? null, $language ), $url, $type, $lang === $language ? '' : $lang, self::positive( $record['size'] ?? null ) );
			}
		}
		return $links;
	}

	/** Returns names and values of the project's own fields. */
	private static function extra( $fields ): array {
		$facts = array();
		foreach ( is_array( $fields ) ? $fields : array() as $name => $value ) {
			$text = implode( ', ', array_filter( array_map( array( Text::class, 'plain' ), (array) $value ), 'strlen' ) );
			if ( '' !== $text ) {
				$facts[] = array( (string) $name, $text );
			}
		}
		return $facts;
	}

	/** Returns a number above zero, or 0. */
	public static function positive( $number ): float {
		return ( is_int( $number ) || is_float( $number ) ) && $number > 0 ? (float) $number : 0.0;
	}
}
