<?php
namespace Spass\WordPress;

use Spass\Widget;

defined( 'ABSPATH' ) || exit;

/** Renders the errors of a widget for users who can edit the page; visitors do not see them. */
function notices( Widget $widget ): string {
	if ( ! $widget->faults || is_feed() || ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$html = '';
	foreach ( $widget->faults as list( $code, $about ) ) {
		$html .= '<p role="note"><strong>S-PASS Widgets</strong> ' . esc_html( sentence( $code, $about, $widget ) ) . '</p>';
	}
	return $html;
}

function sentence( string $code, string $about, Widget $widget ): string {
	switch ( $code ) {
		case 'widget':
			return sprintf(
				/* translators: 1: what was written, 2: the names that there are. */
				__( 'No widget is called “%1$s”. There are: %2$s.', 'spass-widgets' ),
				$about,
				implode( ', ', array_keys( catalogue()->widgets() ) )
			);
		case 'attribute':
			return sprintf(
				/* translators: 1: what was written, 2: name of a widget, 3: the attributes that it has. */
				__( '“%1$s” is not an attribute of %2$s and was left out. It has: %3$s.', 'spass-widgets' ),
				$about,
				$widget->noun,
				implode( ', ', array_keys( $widget->facts['attributes'] ) )
			);
		case 'choice':
			/* translators: %s: an attribute as it was written, and the values that it may have. */
			return sprintf( __( 'This value is none of those that there are and was left out: %s', 'spass-widgets' ), $about );
		case 'address':
			/* translators: %s: what was written. */
			return sprintf( __( 'This is no address of an API (https://…) and was left out: %s', 'spass-widgets' ), $about );
		default:
			/* translators: %s: name of a widget. */
			return sprintf( __( '%s has no “api”: say from which address its data come.', 'spass-widgets' ), $about );
	}
}
