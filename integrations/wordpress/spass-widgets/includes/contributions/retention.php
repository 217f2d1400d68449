<?php
namespace Spass\WordPress;

use Spass\Contributions\StoreError;

defined( 'ABSPATH' ) || exit;

const DAILY = 'spass_widgets_daily';

/** Contributions that one run deletes; the next run continues. */
const RETENTION_BATCH = 500;

/** Adds the daily task, or removes it. */
function schedule( bool $is_on ): void {
	if ( ! $is_on ) {
		wp_clear_scheduled_hook( DAILY );
	} elseif ( ! wp_next_scheduled( DAILY ) ) {
		wp_schedule_event( time() + HOUR_IN_SECONDS, 'daily', DAILY );
	}
}

/** The task is removed when the plugin is deactivated. */
register_deactivation_hook(
	FILE,
	static function () {
		schedule( false );
	}
);

register_activation_hook(
	FILE,
	static function () {
		if ( has_contributions() ) {
			create_tables();
			schedule( true );
		}
	}
);

/** Adds the task again after a restored backup or a tool that has removed it. */
add_action(
	'admin_init',
	static function () {
		if ( has_contributions() ) {
			schedule( true );
		}
	}
);

add_action( DAILY, __NAMESPACE__ . '\apply_retention' );

/** Deletes contributions older than the retention, files that a withdrawal has left, and rate limits of yesterday. */
function apply_retention(): void {
	global $wpdb;
	if ( ! has_contributions() ) {
		return;
	}
	$table  = submissions_table();
	$limit  = gmdate( 'Y-m-d H:i:s', strtotime( '-' . contribution_options()['months'] . ' months' ) );
	$store  = new ContributionStore();
	$failed = 0;
	$rows   = query( $wpdb->prepare( "SELECT reference FROM $table WHERE (created < %s AND post_id > 0) OR left_files <> '' ORDER BY id LIMIT %d", $limit, RETENTION_BATCH ) );
	foreach ( $rows as $row ) {
		try {
			$failed += $store->withdraw( $store->find( $row->reference ) ) ? 0 : 1;
		} catch ( StoreError $error ) {
			++$failed;
		}
	}
	if ( $failed > 0 ) {
		error_log( "S-PASS contributions: $failed contributions could not be deleted completely. It is tried again tomorrow." );
	}
	// The rows of withdrawn contributions have no content; they only keep late retries away.
	query( $wpdb->prepare( "DELETE FROM $table WHERE created < %s AND post_id = 0 AND left_files = ''", $limit ) );
	query( $wpdb->prepare( 'DELETE FROM ' . clients_table() . ' WHERE updated < %f', microtime( true ) - DAY_IN_SECONDS ) );
	report_orphans();
}

/**
 * Reports files that no contribution names, such as files of an interrupted upload. They are not deleted: after the
 * restoration of an old database they may be missing there only.
 */
function report_orphans(): void {
	global $wpdb;
	$folder  = photo_folder();
	$files   = is_dir( $folder ) ? preg_grep( '/^[0-9a-f]{32}\.\w+$/', scandir( $folder ) ) : array();
	$rows    = query( $wpdb->prepare( "SELECT meta_value FROM $wpdb->postmeta WHERE meta_key = '_wp_attached_file' AND meta_value LIKE %s", $wpdb->esc_like( PHOTO_FOLDER . '/' ) . '%' ) );
	$orphans = array_diff( $files, array_map( 'basename', array_column( $rows, 'meta_value' ) ) );
	foreach ( array_slice( $orphans, 0, 20 ) as $file ) {
		if ( filemtime( "$folder/$file" ) < time() - DAY_IN_SECONDS ) {
			error_log( "S-PASS contributions: no contribution has the photograph $folder/$file. Delete it unless the database is an old one." );
		}
	}
}
