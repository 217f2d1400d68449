<?php
namespace Spass\WordPress;

use Spass\Answer;
use Spass\Content;
use Spass\PublicHost;
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

/** Returns the language of a widget: its own, or the site's. */
function language_of( Widget $widget ): string {
	return strtolower( substr( $widget->get( 'lang' ) ? $widget->get( 'lang' ) : get_locale(), 0, 2 ) );
}

/** Returns the content of a query, from the cache or the API. Never fails; empty in case of errors. */
function cached( Question $question, string $language ): array {
	$key   = 'spass_widgets_' . md5( $question->key() . $language );
	$kept  = get_transient( $key );
	$known = is_array( $kept ) && is_array( $kept['content'] ?? null ) ? $kept : array(
		'content' => Content::NONE,
		'until'   => 0,
	);
	if ( $known['until'] > time() || patience() <= 0 ) {
		return $known['content'];
	}
	// Simultaneous requests use the cached response instead of waiting too.
	keep( $key, $known['content'], FAILED );
	$json    = fetch( $question->url );
	$content = null === $json ? null : Answer::content( $json, $question, $language );
	if ( null === $content ) {
		return $known['content'];
	}
	keep( $key, $content, FRESH );
	return $content;
}

function keep( string $key, array $content, int $seconds ): void {
	$value = array(
		'content' => $content,
		'until'   => time() + $seconds,
	);
	set_transient( $key, $value, KEPT );
}

/**
 * Returns the response of a URL, or null. Follows one redirect. Hosts in the local network are refused; without curl,
 * which checks and request could not have in common, all are.
 */
function fetch( string $url ): ?string {
	if ( 0 === strpos( $url, own_api() . '/' ) ) {
		return own_response( $url );
	}
	for ( $hops = 0; $hops < 2 && patience() > 0 && function_exists( 'curl_init' ); $hops++ ) {
		$begin    = microtime( true );
		$address  = address_of( $url );
		$response = null === $address ? null : request( $url, $address );
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

/**
 * Returns the address to connect to; null if it is refused, and an empty string if the host needs no check: that of the
 * site, one that a filter allows, or any behind a proxy, which looks it up.
 */
function address_of( string $url ): ?string {
	$host  = (string) wp_parse_url( $url, PHP_URL_HOST );
	$proxy = new \WP_HTTP_Proxy();
	if ( 0 === strcasecmp( $host, (string) wp_parse_url( get_option( 'home' ), PHP_URL_HOST ) )
		|| ( $proxy->is_enabled() && $proxy->send_through_proxy( $url ) )
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- a filter of WordPress, which asks it for the same.
		|| apply_filters( 'http_request_host_is_external', false, $host, $url ) ) {
		return '';
	}
	return PublicHost::address( $host );
}

/**
 * Sends a request.
 *
 * @param string $address Address to connect to; empty for any.
 * @return array|\WP_Error
 */
function request( string $url, string $address ) {
	$connect = static function ( $handle ) use ( $address ) {
		if ( '' !== $address ) {
			PublicHost::connect_to( $handle, $address );
		}
	};
	// curl has decoded the body. WordPress would decode it again, however large the result.
	$rename = static function ( &$response ) {
		$end      = (int) strpos( $response, "\r\n\r\n" );
		$response = preg_replace( '/^Content-Encoding:/im', 'X-Encoding:', substr( $response, 0, $end ) ) . substr( $response, $end );
	};
	add_action( 'http_api_curl', $connect );
	add_action( 'requests-requests.before_parse', $rename );
	$response = wp_safe_remote_get(
		$url,
		array(
			'timeout'             => patience(),
			'redirection'         => 0,
			'limit_response_size' => MOST_BYTES,
			'headers'             => array( 'Accept' => 'application/json' ),
		)
	);
	remove_action( 'http_api_curl', $connect );
	remove_action( 'requests-requests.before_parse', $rename );
	return $response;
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
