<?php
namespace Spass\WordPress;

use Spass\Catalogue;

defined( 'ABSPATH' ) || exit;

/** Returns the content of `widgets.json`, read on first use. */
function catalogue(): Catalogue {
	static $catalogue = null;
	if ( null === $catalogue ) {
		$catalogue = new Catalogue( plugin_dir_path( FILE ) . 'widgets.json' );
	}
	return $catalogue;
}

/** Translates the sentences of `widgets.json`, which are part of the .po files. */
function translated( string $text ): string {
	// phpcs:ignore WordPress.WP.I18n.NonSingularStringLiteralText -- collected from widgets.json when the plugin is packed.
	return translate( $text, 'spass-widgets' );
}

add_action(
	'init',
	static function () {
		load_plugin_textdomain( 'spass-widgets', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	}
);
