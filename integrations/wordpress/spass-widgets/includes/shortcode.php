<?php
namespace Spass\WordPress;

use Spass\Repair;

defined( 'ABSPATH' ) || exit;

/**
 * Renders `[spass widget="resource-list" api="https://…" limit="6"]`, with or without content and `[/spass]`.
 *
 * @param array|string $attributes Attributes parsed by WordPress.
 * @param string|null  $content    Content of the shortcode.
 */
function shortcode( $attributes, $content ): string {
	return render( (array) $attributes, wp_kses_post( shortcode_unautop( do_shortcode( (string) $content ) ) ) );
}

add_shortcode( 'spass', __NAMESPACE__ . '\shortcode' );

/**
 * Closes self-contained shortcodes before WordPress parses them: it would treat the text up to the `[/spass]` of a
 * later one as content.
 */
function end_shortcodes( string $text ): string {
	$is_open = '/(?<!\[)\[spass\b([^\[\]]*)(?<!\/)\](?!(?:(?!\[spass\b).)*\[\/spass\])/s';
	return preg_replace( $is_open, '[spass$1 /]', $text ) ?? $text;
}

foreach ( array( 'the_content', 'widget_text', 'widget_text_content', 'widget_block_content' ) as $spass_name ) {
	add_filter( $spass_name, __NAMESPACE__ . '\end_shortcodes', 7 );
}

/** Restores straight quotes, the only ones that WordPress parses. */
add_filter(
	'pre_do_shortcode_tag',
	static function ( $html, $tag, $attributes, $found ) {
		if ( 'spass' !== $tag ) {
			return $html;
		}
		$repaired = Repair::attributes( $found[3] );
		return $repaired === $found[3]
			? $html
			: $found[1] . shortcode( shortcode_parse_atts( $repaired ), $found[5] ?? '' ) . $found[6];
	},
	10,
	4
);
