<?php
namespace Spass\WordPress;

use Spass\Contributions\Reply;
use Spass\Contributions\Request;

defined( 'ABSPATH' ) || exit;

/**
 * Responds below `/wp-json/spass-widgets/v1`, before WordPress parses the body: its errors have another format. Without
 * contributions the addresses do not exist.
 */
add_filter(
	'rest_pre_dispatch',
	static function ( $result, $server, $request ) {
		$path = own_path( $request->get_route() );
		if ( null !== $result || null === $path ) {
			return $result;
		}
		$reply = service()->respond( request_of( $request, $path ) );
		pending_reply( $reply );
		return new \WP_REST_Response( null, $reply->status );
	},
	5,
	3
);

/** Sends the reply in its own format. WordPress has already sent headers for pages of other sites with cookies. */
add_filter(
	'rest_pre_serve_request',
	static function ( $is_served, $result, $request ) {
		$reply = pending_reply();
		if ( null === $reply || null === own_path( $request->get_route() ) ) {
			return $is_served;
		}
		foreach ( array( 'Credentials', 'Methods', 'Headers' ) as $name ) {
			header_remove( "Access-Control-Allow-$name" );
		}
		$reply->send( $request->get_method() );
		return true;
	},
	20,
	3
);

/** Returns the path below the API, or null for other addresses. Receipts stay when the site takes no more contributions. */
function own_path( string $route ): ?string {
	$base = '/' . API_NAMESPACE . '/';
	if ( ! has_contributions() || 0 !== strpos( $route, $base ) ) {
		return null;
	}
	$path = substr( $route, strlen( $base ) );
	return accepts_contributions() || 0 === strpos( $path, 'receipts/' ) ? $path : null;
}

/** Stores the reply between the two filters. */
function pending_reply( ?Reply $reply = null ): ?Reply {
	static $stored = null;
	$stored = $reply ?? $stored;
	return $stored;
}

function request_of( \WP_REST_Request $source, string $path ): Request {
	$request         = new Request();
	$request->path   = trim( $path, '/' );
	$request->method = $source->get_method();
	$request->query  = $source->get_query_params();
	$request->post   = $source->get_body_params();
	$request->files  = $source->get_file_params();
	if ( $request->files ) {
		wp_raise_memory_limit( 'image' );
	}
	foreach ( array( 'content-type', 'content-length', 'idempotency-key', 'accept-language', 'origin', 'host' ) as $name ) {
		$request->headers[ $name ] = (string) $source->get_header( $name );
	}
	$address = isset( $_SERVER['REMOTE_ADDR'] ) ? sanitize_text_field( wp_unslash( $_SERVER['REMOTE_ADDR'] ) ) : '';
	/**
	 * Filters the IP address of a client, for sites behind a proxy that all requests come from.
	 *
	 * @param string $address Address of the connection.
	 */
	$request->client = (string) apply_filters( 'spass_widgets_client_address', $address );
	return $request;
}
