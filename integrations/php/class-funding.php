<?php
namespace Spass;

/** Funding statements of the projects that a widget shows, for visitors without JavaScript: those of `src/model/funding.ts`. */
final class Funding {

	/** Names of the funds of the European Union, as in `src/model/funding.ts`. */
	private const EU_FUND = '/^\s*(?:feder|efro|erdf|efre|fse|esf)\b/i';

	/** Returns what the content of a response needs for the statements of the records shown: see `Content`. */
	public static function of( array $records, array $answer, Question $question, string $language ): array {
		$content = array(
			'funded'     => array(),
			'programmes' => self::programmes( $answer['programmes'] ?? null, $question, $language ),
			'eu_budgets' => 0,
		);
		foreach ( array_filter( $records, 'is_array' ) as $record ) {
			$content['funded'][]    = Text::plain( $record['programme'] ?? '' );
			$budget                 = is_array( $record['budget'] ?? null ) ? $record['budget'] : array();
			$content['eu_budgets'] += (int) ( Sheet::positive( $budget['eu'] ?? null ) || Sheet::positive( $budget['rate'] ?? null ) );
		}
		$content['funded'] = array_values( array_unique( array_filter( $content['funded'], 'strlen' ) ) );
		return $content;
	}

	/**
	 * Returns the programmes of a response, with their statements.
	 *
	 * @param mixed $records Value from the response.
	 */
	public static function programmes( $records, Question $question, string $language ): array {
		$programmes = array();
		foreach ( array_filter( is_array( $records ) ? $records : array(), 'is_array' ) as $record ) {
			$generation   = Text::plain( $record['generation'] ?? '' );
			$start        = is_array( $record['period'] ?? null ) ? Text::plain( $record['period']['start'] ?? '' ) : '';
			$fund         = is_array( $record['fund'] ?? null ) ? Text::plain( $record['fund']['name'] ?? '' ) : '';
			$logo         = is_array( $record['funding']['logo'] ?? null ) ? $record['funding']['logo'] : array();
			$is_european  = '' !== $generation || preg_match( self::EU_FUND, $fund );
			$programmes[] = array(
				'id'          => Text::plain( $record['id'] ?? '' ),
				'title'       => Text::of( $record['title'] ?? null, $language ),
				'years'       => Map\Projects::sentences( $language )->years( $record ),
				'fund'        => $fund,
				'statement'   => Text::of( $record['funding']['text'] ?? null, $language ),
				'logo'        => Link::picture( $logo['src'] ?? null, $question->url ),
				'alt'         => Text::of( $logo['alt'] ?? null, $language ),
				'is_european' => $is_european,
				'is_due'      => $is_european && ( '' !== $generation ? 'VI' === $generation : preg_match( '/^202[1-7]/', $start ) ),
			);
		}
		return $programmes;
	}

	/** Returns the statements of the programmes of a content, each once, else that of the Regulation if it applies. */
	public static function html( array $content, string $language ): string {
		$sentences = Map\Projects::sentences( $language );
		$html      = array();
		$is_due    = $content['eu_budgets'] > 0;
		foreach ( $content['programmes'] as $programme ) {
			if ( in_array( $programme['id'], $content['funded'], true ) ) {
				$is_due = $is_due || $programme['is_due'];
				if ( '' !== $programme['statement']['text'] || '' !== $programme['logo'] ) {
					$html[] = self::statement( $programme, $sentences );
				}
			}
		}
		if ( ! $html && $is_due ) {
			$html[] = self::paragraph( self::emblem( $sentences ), Markup::escape( $sentences->text( 'euStatement' ) ) );
		}
		return implode( '', array_unique( $html ) );
	}

	private static function statement( array $programme, Map\Sentences $sentences ): string {
		$text = $programme['statement'];
		// Annex IX asks for a language of the public: the sentence of the Regulation replaces one in another language.
		if ( $programme['is_european'] && '' !== $text['lang'] ) {
			$text = Text::of( $sentences->text( 'euStatement' ), '' );
		}
		$alt   = $programme['alt'];
		$words = '' === $text['text'] ? $alt : $text;
		$image = $programme['is_european'] ? self::emblem( $sentences ) : '';
		if ( '' !== $programme['logo'] ) {
			$lang  = '' === $alt['lang'] ? '' : ' lang="' . Markup::escape( $alt['lang'] ) . '"';
			$image = '<img src="' . Markup::escape( $programme['logo'] ) . '" alt="' . Markup::escape( $alt['text'] ) . "\"$lang height=\"56\">";
		}
		return self::paragraph( $image, Markup::link( $words['text'], '', $words['lang'] ) );
	}

	private static function paragraph( string $image, string $words ): string {
		return '<p>' . ( '' === $image ? '' : "$image " ) . "<strong>$words</strong></p>";
	}

	/** Returns the emblem of the European Union, 56 px high, in its own colours: twelve stars, like the hours of a clock. */
	private static function emblem( Map\Sentences $sentences ): string {
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
		return '<svg viewBox="0 0 54 36" width="84" height="56" role="img" aria-label="' . Markup::escape( $sentences->text( 'euEmblem' ) ) . '">'
			. "<path fill=\"#039\" d=\"M0 0h54v36H0z\"/><path fill=\"#fc0\" d=\"$stars\"/></svg>";
	}
}
