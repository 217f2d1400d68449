<?php
namespace Spass\WordPress;

defined( 'ABSPATH' ) || exit;

const HANDLE = 'spass-widgets';

add_action(
	'init',
	static function () {
		$version = catalogue()->version();
		// Older versions of WordPress treat the last argument as "in the footer", which works as well.
		$place = array(
			'in_footer' => true,
			'strategy'  => 'defer',
		);
		wp_register_script( HANDLE, plugins_url( 'cdn/spass-widgets.js', FILE ), array(), $version, $place );
		wp_register_style( HANDLE, plugins_url( 'cdn/spass-widgets.css', FILE ), array(), $version );
	}
);

/** Enqueues the script. Called when a widget is rendered, so that other pages load nothing. */
function enqueue(): void {
	wp_enqueue_script( HANDLE );
	wp_enqueue_style( HANDLE );
}

/** Adds integrity hashes, so that browsers refuse modified files. */
function with_integrity( string $tag, string $handle, string $file, string $before ): string {
	if ( HANDLE !== $handle || false !== strpos( $tag, ' integrity=' ) ) {
		return $tag;
	}
	$integrity = esc_attr( catalogue()->integrity( $file ) );
	return str_replace( $before, " integrity=\"$integrity\" crossorigin=\"anonymous\"$before", $tag );
}

add_filter(
	'script_loader_tag',
	static function ( $tag, $handle ) {
		return with_integrity( $tag, $handle, 'spass-widgets.js', ' src=' );
	},
	10,
	2
);

add_filter(
	'style_loader_tag',
	static function ( $tag, $handle ) {
		return with_integrity( $tag, $handle, 'spass-widgets.css', ' href=' );
	},
	10,
	2
);
