<?php
namespace Spass\WordPress;

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	static function () {
		$parts = array( 'wp-blocks', 'wp-element', 'wp-components', 'wp-block-editor' );
		wp_register_script( 'spass-widgets-editor', plugins_url( 'block/editor.js', FILE ), $parts, catalogue()->version(), true );
		register_block_type(
			plugin_dir_path( FILE ) . 'block',
			array(
				'render_callback' => static function ( $attributes, $content ) {
					$settings = is_array( $attributes['settings'] ?? null ) ? array_filter( $attributes['settings'], 'is_scalar' ) : array();
					return render( array( 'widget' => $attributes['widget'] ?? '' ) + $settings, (string) $content );
				},
			)
		);
	}
);

/** Loads the widgets in the editor, for the preview. */
add_action(
	'enqueue_block_assets',
	static function () {
		if ( is_admin() ) {
			enqueue();
		}
	}
);

add_action(
	'enqueue_block_editor_assets',
	static function () {
		wp_add_inline_script( 'spass-widgets-editor', 'var spassWidgets = ' . wp_json_encode( editor_data(), JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
	}
);

/** Returns the data of the editor: widgets, settings and translated texts. */
function editor_data(): array {
	$widgets = catalogue()->widgets();
	foreach ( $widgets as &$widget ) {
		$widget['title'] = translated( $widget['title'] );
		$widget['text']  = translated( $widget['text'] );
		foreach ( $widget['attributes'] as &$attribute ) {
			$attribute['text'] = translated( $attribute['text'] );
		}
	}
	return array(
		'language' => substr( get_user_locale(), 0, 2 ),
		// Attributes of a contribution form that sends to this site; empty if it takes none.
		'own'      => accepts_contributions() ? own_attributes() : array(),
		'widgets'  => $widgets,
		'words'    => array(
			'widget'  => __( 'Widget', 'spass-widgets' ),
			'main'    => __( 'Data and looks', 'spass-widgets' ),
			'filter'  => __( 'Only a part of the data', 'spass-widgets' ),
			'more'    => __( 'More settings', 'spass-widgets' ),
			'default' => __( 'Default', 'spass-widgets' ),
			'address' => __( 'Give the address of a portal API, or of one JSON document, in the settings of the block.', 'spass-widgets' ),
			'content' => __( 'What the widget is made of: two images, sections, or a list of phases.', 'spass-widgets' ),
		),
	);
}
