<?php
namespace Spass\WordPress;

use Spass\Answer;
use Spass\Question;
use Spass\Widget;

defined( 'ABSPATH' ) || exit;

/** How long a page may wait for all its APIs together, in seconds. */
const PATIENCE = 5.0;

/** An answer is good for ten minutes, and a failure is not asked again for one. */
const FRESH  = 10 * MINUTE_IN_SECONDS;
const FAILED = MINUTE_IN_SECONDS;

/** An answer is kept for a day, to be shown while the API does not answer. */
const KEPT = DAY_IN_SECONDS;

/** A larger answer is not read. */
const MOST_BYTES = 4 * MB_IN_BYTES;

/** What a widget lists when it is read without a script. Never fails: at worst there is nothing. */
function entries( Widget $widget ): array {
	$language = strtolower( substr( $widget->get( 'lang' ) ? $widget->get( 'lang' ) : get_locale(), 0, 2 ) );
	$entries  = array();
	$limit    = 0;
	foreach ( Question::all( $widget, home_url( '/' ) ) as $question ) {
		$limit   = $question->limit;
		$entries = array_merge( $entries, cached( $question, $language ) );
	}
	return array_slice( $entries, 0, $limit );
}

/** The entries of one question: those that are kept, or fresh ones. */
function cached( Question $question, string $language ): array {
	$key   = 'spass_widgets_' . md5( $question->key() . $language );
	$kept  = get_transient( $key );
	$known = is_array( $kept ) && is_array( $kept['entries'] ?? null ) ? $kept : array(
		'entries' => array(),
		'until'   => 0,
	);
	if ( $known['until'] > time() || patience() <= 0 ) {
		return $known['entries'];
	}
	// Whoever comes meanwhile takes what there is instead of waiting too.
	keep( $key, $known['entries'], FAILED );
	$json    = fetch( $question->url );
	$entries = null === $json ? null : Answer::entries( $json, $question, $language );
	if ( null === $entries ) {
		return $known['entries'];
	}
	keep( $key, $entries, FRESH );
	return $entries;
}

function keep( string $key, array $entries, int $seconds ): void {
	$value = array(
		'entries' => $entries,
		'until'   => time() + $seconds,
	);
	set_transient( $key, $value, KEPT );
}

/** What an address answers, or null. It may send us to one other; WordPress refuses those inside the network. */
function fetch( string $url ): ?string {
	for ( $hops = 0; $hops < 2 && patience() > 0; $hops++ ) {
		$begin    = microtime( true );
		$response = wp_safe_remote_get(
			$url,
			array(
				'timeout'             => patience(),
				'redirection'         => 0,
				'limit_response_size' => MOST_BYTES,
				'headers'             => array( 'Accept' => 'application/json' ),
			)
		);
		patience( microtime( true ) - $begin );
		$status = (int) wp_remote_retrieve_response_code( $response );
		if ( 200 === $status ) {
			return wp_remote_retrieve_body( $response );
		}
		$next = wp_remote_retrieve_header( $response, 'location' );
		if ( $status < 300 || $status > 399 || ! is_string( $next ) || '' === $next ) {
			return null;
		}
		$url = \WP_Http::make_absolute_url( $next, $url );
	}
	return null;
}

/** How many seconds this page may still wait; `$spent` are taken away. */
function patience( float $spent = 0.0 ): float {
	static $left = PATIENCE;
	$left -= $spent;
	return $left;
}
