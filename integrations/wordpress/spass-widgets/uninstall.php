<?php
/** Removes all stored data of the plugin: cached API responses. */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Removes the data of one site. Entries in an external object cache expire within a day. */
function spass_widgets_forget() {
	global $wpdb;
	foreach ( array( '_transient_', '_transient_timeout_' ) as $prefix ) {
		$like = $wpdb->esc_like( $prefix . 'spass_widgets_' ) . '%';
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery
		$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->options} WHERE option_name LIKE %s", $like ) );
	}
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $spass_widgets_site ) {
		switch_to_blog( $spass_widgets_site );
		spass_widgets_forget();
		restore_current_blog();
	}
} else {
	spass_widgets_forget();
}
