<?php
namespace Spass\WordPress;

use Spass\Answer;
use Spass\Question;
use Spass\Widget;

defined( 'ABSPATH' ) || exit;

/** Total time that a page may wait for all its APIs, in seconds. */
const PATIENCE = 5.0;

/** Lifetime of a response: ten minutes. A failed request is retried after one minute. */
const FRESH  = 10 * MINUTE_IN_SECONDS;
const FAILED = MINUTE_IN_SECONDS;

/** Responses are kept for a day, to be used if the API is down. */
const KEPT = DAY_IN_SECONDS;

/** Maximum size of a response. */
const MOST_BYTES = 4 * MB_IN_BYTES;

/** Returns the entries of the fallback content. Never fails; empty in case of errors. */
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

/** Returns the entries of a query, from the cache or the API. */
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
	// Simultaneous requests use the cached response instead of waiting too.
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

/** Returns the response of a URL, or null. Follows one redirect; WordPress refuses hosts in the local network. */
function fetch( string $url ): ?string {
	if ( 0 === strpos( $url, own_api() . '/' ) ) {
		return own_response( $url );
	}
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

/** Returns the response of the site's own API, without a request to itself. */
function own_response( string $url ): ?string {
	$path = strtok( substr( $url, strlen( own_api() ) ), '?' );
	if ( false === $path || ! accepts_contributions() ) {
		return null;
	}
	$request       = new \Spass\Contributions\Request();
	$request->path = trim( $path, '/' );
	$reply         = service()->respond( $request );
	return 200 === $reply->status ? $reply->body : null;
}

/** Returns the remaining waiting time of the page, in seconds. `$spent` is subtracted. */
function patience( float $spent = 0.0 ): float {
	static $left = PATIENCE;
	$left -= $spent;
	return $left;
}
