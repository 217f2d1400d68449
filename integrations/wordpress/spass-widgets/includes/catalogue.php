<?php
namespace Spass\WordPress;

use Spass\Catalogue;

defined( 'ABSPATH' ) || exit;

/** What `widgets.json` says, read when it is first needed. */
function catalogue(): Catalogue {
	static $catalogue = null;
	if ( null === $catalogue ) {
		$catalogue = new Catalogue( plugin_dir_path( FILE ) . 'widgets.json' );
	}
	return $catalogue;
}

/** The sentences of `widgets.json` in the reader's language. They are in the .po files like all others. */
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
