<?php
namespace Spass\WordPress;

defined( 'ABSPATH' ) || exit;

/** Version of the tables; a greater one updates them. */
const TABLES_VERSION = 1;

function submissions_table(): string {
	global $wpdb;
	return $wpdb->prefix . 'spass_submissions';
}

function clients_table(): string {
	global $wpdb;
	return $wpdb->prefix . 'spass_clients';
}

/**
 * Creates or updates the tables. Returns false if the database refuses. A row of a withdrawn contribution stays, without
 * content, so that a late retry does not bring it back.
 */
function create_tables(): bool {
	global $wpdb;
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	$collate = $wpdb->get_charset_collate();
	dbDelta(
		'CREATE TABLE ' . submissions_table() . " (
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			key_hash char(64) NOT NULL,
			token_hash char(64) NOT NULL,
			reference varchar(20) NOT NULL,
			post_id bigint(20) unsigned NOT NULL DEFAULT 0,
			fingerprint varchar(64) NOT NULL DEFAULT '',
			lang varchar(8) NOT NULL,
			email varchar(200) NOT NULL DEFAULT '',
			created datetime NOT NULL,
			left_files text NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY key_hash (key_hash),
			UNIQUE KEY token_hash (token_hash),
			UNIQUE KEY reference (reference),
			KEY post_id (post_id),
			KEY email (email(100))
		) ENGINE=InnoDB $collate;"
	);
	dbDelta(
		'CREATE TABLE ' . clients_table() . " (
			client char(64) NOT NULL,
			tokens double NOT NULL,
			updated double NOT NULL,
			PRIMARY KEY  (client)
		) ENGINE=InnoDB $collate;"
	);
	if ( ! tables_exist() ) {
		return false;
	}
	update_option( OPTION_TABLES, TABLES_VERSION );
	secret();
	return true;
}

/** Returns true if both tables exist. */
function tables_exist(): bool {
	global $wpdb;
	foreach ( array( submissions_table(), clients_table() ) as $table ) {
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery
		if ( $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $table ) ) ) !== $table ) {
			return false;
		}
	}
	return true;
}

/**
 * Stores that there are no tables: WordPress loads the options that exist in one query, and queries a missing one again
 * for every page.
 */
add_action(
	'admin_init',
	static function () {
		add_option( OPTION_TABLES, 0 );
	}
);

/** Updates the tables after an update of the plugin. */
add_action(
	'init',
	static function () {
		if ( has_contributions() && (int) get_option( OPTION_TABLES ) < TABLES_VERSION ) {
			create_tables();
		}
	}
);

/** Deletes the tables with their site, of which WordPress deletes only its own tables and the uploads. */
add_filter(
	'wpmu_drop_tables',
	static function ( $tables ) {
		return array_merge( $tables, array( submissions_table(), clients_table() ) );
	}
);
