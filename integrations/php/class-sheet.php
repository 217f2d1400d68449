<?php
namespace Spass;

/** Sheet of a project for visitors without JavaScript: funding statement first, then texts, facts, partners, documents and contact. */
final class Sheet {

	/** Names of the funds of the European Union, as in `src/model/funding.ts`. */
	private const EU_FUND = '/^\s*(?:feder|efro|erdf|efre|fse|esf)\b/i';

	/**
	 * Returns the content of a response with one project.
	 *
	 * @param array[] $records  The project, if it exists.
	 * @param array   $answer   Complete response; a portal document has the programmes too.
	 */
	public static function content( array $records, array $answer, string $language ): array {
		$project = is_array( $records[0] ?? null ) ? $records[0] : null;
		$content = self::programmes( is_array( $answer['programmes'] ?? null ) ? $answer['programmes'] : array(), $answer, $language );
		if ( null === $project ) {
			return $content;
		}
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

	/** Returns content with the programmes of a response, by id, and with its credits. */
	public static function programmes( array $records, array $answer, string $language ): array {
		$content            = Content::NONE;
		$content['credits'] = Map\Projects::credits( $answer, $language );
		foreach ( $records as $record ) {
			$id = is_array( $record ) ? Text::plain( $record['id'] ?? '' ) : '';
			if ( '' === $id ) {
				continue;
			}
			$generation              = Text::plain( $record['generation'] ?? '' );
			$start                   = is_array( $record['period'] ?? null ) ? Text::plain( $record['period']['start'] ?? '' ) : '';
			$fund                    = is_array( $record['fund'] ?? null ) ? Text::plain( $record['fund']['name'] ?? '' ) : '';
			$is_european             = '' !== $generation || preg_match( self::EU_FUND, $fund );
			$content['programmes'][] = array(
				'id'          => $id,
				'title'       => Text::of( $record['title'] ?? null, $language ),
				'years'       => Map\Projects::sentences( $language )->years( $record ),
				'fund'        => $fund,
				'statement'   => Text::of( $record['funding']['text'] ?? null, $language ),
				'is_european' => $is_european,
				'is_due'      => $is_european && ( '' !== $generation ? 'VI' === $generation : preg_match( '/^202[1-7]/', $start ) ),
			);
		}
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
		$html     = self::statement( $project, $programme, $sentences )
			. "<h$level>" . Markup::link( $title, $project['url'], $name['lang'] ) . "</h$level>"
			. ( $is_known ? '' : '<p>' . Markup::escape( $project['acronym'] ) . '</p>' )
			. self::paragraphs( $project['texts']['description'] );
		$parts    = array(
			'keyFacts'        => self::facts( $project, $programme, $sentences ),
			'projectAims'     => self::paragraphs( $project['texts']['aims'] ),
			'projectResults'  => self::paragraphs( $project['texts']['results'] ),
			'projectPartners' => self::partner_list( $project['partners'], $sentences ),
			'documents'       => self::link_list( $project['documents'], $sentences ),
			'sources'         => self::link_list( $project['sources'], $sentences ),
			'participate'     => '' === $project['action'][1] ? '' : '<p>' . self::link( $project['action'] ) . '</p>',
			'projectContact'  => self::contact( $project['contact'] ),
		);
		++$level;
		$level = min( 6, $level );
		foreach ( $parts as $heading => $part ) {
			$html .= '' === $part ? '' : "<h$level>" . Markup::escape( $sentences->text( $heading ) ) . "</h$level>$part";
		}
		return $html . $sentences->credits( $widget, $content['credits'], $day );
	}

	/** Returns the statement of the project's support with the emblem of the Union; empty for a project without any. */
	private static function statement( array $project, ?array $programme, Map\Sentences $sentences ): string {
		$own         = $programme['statement'] ?? Text::of( '', '' );
		$is_european = $programme ? $programme['is_european'] : false;
		$is_due      = ( $programme['is_due'] ?? false ) || $project['budget']['eu'] || $project['budget']['rate'];
		if ( '' === $own['text'] && ! $is_due ) {
			return '';
		}
		// Annex IX asks for a language of the public: the sentence of the Regulation replaces one in another language.
		$is_regulation = '' === $own['text'] || ( $is_european && '' !== $own['lang'] );
		$words         = $is_regulation
			? Markup::escape( $sentences->text( 'euStatement' ) )
			: Markup::link( $own['text'], '', $own['lang'] );
		return '<p>' . ( $is_regulation || $is_european ? self::emblem( $sentences->text( 'euEmblem' ) ) . ' ' : '' ) . "<strong>$words</strong></p>";
	}

	/** Returns the emblem of the European Union, 56 px high, in its own colours: twelve stars, like the hours of a clock. */
	private static function emblem( string $label ): string {
		$stars = '';
		for ( $hour = 0; $hour < 12; $hour++ ) {
			$points = array();
			for ( $corner = 0; $corner < 10; $corner++ ) {
				$radius   = $corner % 2 ? 3 - sqrt( 5 ) : 2;
				$points[] = sprintf(
					'%.2F %.2F',
					27 + 12 * sin( M_PI * $hour / 6 ) + $radius * sin( M_PI * $corner / 5 ),
					18 - 12 * cos( M_PI * $hour / 6 ) - $radius * cos( M_PI * $corner / 5 )
				);
			}
			$stars .= 'M' . implode( 'L', $points ) . 'Z';
		}
		return '<svg viewBox="0 0 54 36" width="84" height="56" role="img" aria-label="' . Markup::escape( $label ) . '">'
			. "<path fill=\"#039\" d=\"M0 0h54v36H0z\"/><path fill=\"#fc0\" d=\"$stars\"/></svg>";
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
		$facts['euFunding']     = Markup::escape( implode( ' · ', $eu ? array_filter( array_merge( $eu, array( $programme['fund'] ?? '' ) ), 'strlen' ) : array() ) );
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
			$html .= '<li>' . Markup::escape( $partner['name'] ) . ( $facts ? ' · ' . implode( ' · ', $facts ) : '' ) . '</li>';
		}
		return '' === $html ? '' : "<ul>$html</ul>";
	}

	private static function link_list( array $links, Map\Sentences $sentences ): string {
		$html = '';
		foreach ( $links as $link ) {
			$facts = array_filter( array( $link[2], $sentences->note( $link[3] ) ), 'strlen' );
			$html .= '<li>' . self::link( $link ) . Markup::escape( $facts ? ', ' . implode( ' ', $facts ) : '' ) . '</li>';
		}
		return '' === $html ? '' : "<ul>$html</ul>";
	}

	private static function link( array $link ): string {
		return Markup::link( '' === $link[0]['text'] ? $link[1] : $link[0]['text'], $link[1], $link[0]['lang'] );
	}

	private static function contact( array $contact ): string {
		$name  = implode( ', ', array_filter( array( $contact['name'], $contact['role'] ), 'strlen' ) );
		$email = $contact['email'];
		if ( preg_match( '/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/', $contact['name'] ) ) {
			$email = $contact['name'];
			$name  = '';
		}
		$parts = array(
			Markup::link( $name, Link::safe( $name ) ),
			'' === $email ? '' : Markup::link( $email, Link::safe( "mailto:$email" ) ),
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

	/** Returns documents or sources: text, URL, type of the file and its language. Those without a usable URL are left out. */
	private static function links( $records, string $language ): array {
		$links = array();
		foreach ( is_array( $records ) ? $records : array() as $record ) {
			$url = is_array( $record ) ? Link::safe( $record['url'] ?? null ) : '';
			if ( '' !== $url ) {
				$type    = preg_match( '~^application/(pdf|zip)$~', Text::plain( $record['type'] ?? $record['mime'] ?? '' ), $found ) ? strtoupper( $found[1] ) : '';
				$lang    = Text::plain( $record['lang'] ?? '' );
				$links[] = array( Text::of( $record['title'] ?? null, $language ), $url, $type, $lang === $language ? '' : $lang );
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
	private static function positive( $number ): float {
		return ( is_int( $number ) || is_float( $number ) ) && $number > 0 ? (float) $number : 0.0;
	}
}
