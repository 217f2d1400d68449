<?php
namespace Spass\WordPress;

use Spass\Content;
use Spass\Markup;
use Spass\Widget;

defined( 'ABSPATH' ) || exit;

/**
 * Returns the HTML of a widget, for a block or a shortcode.
 *
 * @param array  $given   `widget` and its attributes.
 * @param string $content Content of the author.
 */
function render( array $given, string $content ): string {
	$widget = Widget::from( with_own_api( $given ), catalogue() );
	$html   = notices( $widget );
	if ( '' === $widget->noun ) {
		return $html . $content;
	}
	if ( ! is_feed() ) {
		enqueue();
	}
	$language = language_of( $widget );
	$data     = Content::of(
		$widget,
		home_url( '/' ),
		static function ( $question ) use ( $language ) {
			return cached( $question, $language );
		}
	);
	return $html . Markup::element( $widget, $data, $content, __NAMESPACE__ . '\day', $language );
}

/** Formats an ISO date of any precision in the format of the site. */
function day( string $iso ): string {
	$formats = array(
		4  => 'Y',
		7  => 'F Y',
		10 => get_option( 'date_format' ),
	);
	$length  = min( 10, strlen( $iso ) );
	$day     = date_create( substr( $iso . '-01-01', 0, 10 ), wp_timezone() );
	$words   = $day && isset( $formats[ $length ] ) ? wp_date( $formats[ $length ], $day->getTimestamp() ) : false;
	return false === $words ? $iso : $words;
}
