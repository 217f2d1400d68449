<?php
/**
 * Rewrites the scripts of a page with `?optimizer`, as WP Rocket and its like do: each is served from a copy in a cache
 * folder, without its integrity. `?optimizer=merge` also takes those that refuse.
 */

if ( isset( $_GET['optimizer'] ) ) {
	add_action(
		'template_redirect',
		static function () {
			ob_start( 'optimize_scripts' );
		}
	);
}

function optimize_scripts( string $html ): string {
	return preg_replace_callback(
		'#<script\b[^>]*\bsrc="([^"?]+)[^>]*>#',
		static function ( array $found ): string {
			list( $tag, $url ) = $found;
			$refuses = preg_match( '# data-(no-minify|no-optimize|noptimize)=#', $tag );
			if ( 0 !== strpos( $url, content_url() ) || ( $refuses && 'merge' !== $_GET['optimizer'] ) ) {
				return $tag;
			}
			$path = substr( $url, strlen( content_url() ) );
			$copy = WP_CONTENT_DIR . "/cache/min/1$path";
			wp_mkdir_p( dirname( $copy ) );
			copy( WP_CONTENT_DIR . $path, $copy );
			return str_replace( $url, content_url( "cache/min/1$path" ), preg_replace( '# integrity="[^"]*"#', '', $tag ) );
		},
		$html
	);
}
