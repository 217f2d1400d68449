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
		$tag = with_integrity( $tag, $handle, 'spass-widgets.js', ' src=' );
		if ( HANDLE !== $handle ) {
			return $tag;
		}
		// WP Rocket, LiteSpeed Cache and Autoptimize leave such a script as it is. They would remove its integrity.
		return str_replace( ' src=', ' data-no-minify="1" data-no-optimize="1" data-noptimize="1" src=', $tag );
	},
	10,
	2
);

// Other plugins serve the script from a folder of their own, where the parts that it loads are not.
add_action(
	'wp_head',
	static function () {
		printf( "<meta name=\"spass-base\" content=\"%s\">\n", esc_url( plugins_url( 'cdn/', FILE ) ) );
	}
);

add_filter(
	'style_loader_tag',
	static function ( $tag, $handle ) {
		return with_integrity( $tag, $handle, 'spass-widgets.css', ' href=' );
	},
	10,
	2
);
