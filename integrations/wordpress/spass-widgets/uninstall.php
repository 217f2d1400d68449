<?php
/** Removes all stored data of the plugin: cached API responses, and contributions with their photographs. */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Removes the data of one site. Entries in an external object cache expire within a day. */
function spass_widgets_forget() {
	global $wpdb;
	foreach ( array( '_transient_', '_transient_timeout_' ) as $prefix ) {
		$like = $wpdb->esc_like( $prefix . 'spass_widgets_' ) . '%';
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery
		$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->options} WHERE option_name LIKE %s", $like ) );
	}
	spass_widgets_forget_contributions();
}

/** Removes contributions, photographs, tables and settings of one site. */
function spass_widgets_forget_contributions() {
	global $wpdb;
	// phpcs:disable WordPress.DB -- tables of the plugin; the posts may be many.
	$posts = $wpdb->get_col( "SELECT ID FROM {$wpdb->posts} WHERE post_type = 'spass_contribution'" );
	foreach ( $posts as $post ) {
		$photos = $wpdb->get_col( $wpdb->prepare( "SELECT ID FROM {$wpdb->posts} WHERE post_type = 'attachment' AND post_parent = %d", $post ) );
		foreach ( $photos as $photo ) {
			wp_delete_attachment( (int) $photo, true );
		}
		wp_delete_post( (int) $post, true );
	}
	foreach ( array( 'spass_submissions', 'spass_clients' ) as $table ) {
		$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}$table" );
	}
	// Layout of the pages of contributions, which WordPress stores for each moderator.
	$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->usermeta} WHERE meta_key LIKE %s", '%' . $wpdb->esc_like( 'spass_contribution' ) . '%' ) );
	// phpcs:enable
	foreach ( array( 'contributions', 'tables', 'secret' ) as $option ) {
		delete_option( "spass_widgets_$option" );
	}
	$folder = wp_upload_dir( null, false )['basedir'] . '/spass-contributions';
	foreach ( is_dir( $folder ) ? array_diff( scandir( $folder ), array( '.', '..' ) ) : array() as $file ) {
		wp_delete_file( "$folder/$file" );
	}
	if ( is_dir( $folder ) ) {
		rmdir( $folder );
	}
	wp_clear_scheduled_hook( 'spass_widgets_daily' );
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
