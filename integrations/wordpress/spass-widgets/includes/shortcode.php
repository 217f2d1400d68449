<?php
namespace Spass\WordPress;

use Spass\Repair;

defined( 'ABSPATH' ) || exit;

/**
 * `[spass widget="resource-list" api="https://…" limit="6"]`, with or without content and `[/spass]`.
 *
 * @param array|string $attributes What WordPress has read.
 * @param string|null  $content    What stands inside.
 */
function shortcode( $attributes, $content ): string {
	return render( (array) $attributes, wp_kses_post( shortcode_unautop( do_shortcode( (string) $content ) ) ) );
}

add_shortcode( 'spass', __NAMESPACE__ . '\shortcode' );

/**
 * Writes the end of each shortcode that has none, before WordPress looks: it takes for the content of one all that
 * stands before the `[/spass]` of a later one.
 */
function end_shortcodes( string $text ): string {
	$is_open = '/(?<!\[)\[spass\b([^\[\]]*)(?<!\/)\](?!(?:(?!\[spass\b).)*\[\/spass\])/s';
	return preg_replace( $is_open, '[spass$1 /]', $text ) ?? $text;
}

foreach ( array( 'the_content', 'widget_text', 'widget_text_content', 'widget_block_content' ) as $spass_name ) {
	add_filter( $spass_name, __NAMESPACE__ . '\end_shortcodes', 7 );
}

/** WordPress reads only straight quotes; what an editor made of them is undone before that. */
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
