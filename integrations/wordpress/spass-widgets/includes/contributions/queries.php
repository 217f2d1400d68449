<?php
namespace Spass\WordPress;

use Spass\Contributions\Entry;
use Spass\Contributions\StoreError;
use Spass\Contributions\Submission;

defined( 'ABSPATH' ) || exit;

/**
 * Runs a prepared query.
 *
 * @return object[] Rows of a SELECT.
 * @throws StoreError
 */
function query( string $sql ): array {
	global $wpdb;
	$shows_errors = $wpdb->hide_errors();
	// phpcs:ignore WordPress.DB -- prepared by the callers; tables of the plugin have no cache.
	$result = $wpdb->query( $sql );
	$error  = $wpdb->last_error;
	$number = $wpdb->dbh instanceof \mysqli ? mysqli_errno( $wpdb->dbh ) : 0;
	$rows   = is_array( $wpdb->last_result ) ? $wpdb->last_result : array();
	if ( $shows_errors ) {
		$wpdb->show_errors();
	}
	if ( false === $result ) {
		throw new StoreError( '' === $error ? 'The database does not answer.' : $error, $number );
	}
	return 0 === stripos( ltrim( $sql ), 'select' ) ? $rows : array();
}

/** Errors after which a transaction is run again: a deadlock, and a row that another one has changed. */
const CONFLICTS = array( 1213, 1020 );

/**
 * Runs a function in a transaction, and again after a conflict with another one.
 *
 * @param callable $body Function that queries.
 * @param callable $undo Called after a rollback, for what the database does not undo.
 * @throws StoreError if nothing was changed.
 */
function transaction( callable $body, callable $undo ): void {
	for ( $tries = 1; true; $tries++ ) {
		try {
			query( 'START TRANSACTION' );
			$body();
			query( 'COMMIT' );
			return;
		} catch ( \Throwable $error ) {
			roll_back();
			$undo();
			if ( $tries >= 5 || ! in_array( $error->getCode(), CONFLICTS, true ) ) {
				throw $error instanceof StoreError ? $error : new StoreError( $error->getMessage(), 0, $error );
			}
		}
	}
}

function roll_back(): void {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- if the connection is lost, the server rolls back itself.
	$wpdb->query( 'ROLLBACK' );
}

/**
 * Inserts the row of a submission. A request with the same key waits here until the first is stored.
 *
 * @return bool False if the key is stored already.
 */
function insert_submission( Submission $submission ): bool {
	global $wpdb;
	$table = submissions_table();
	query(
		$wpdb->prepare(
			"INSERT IGNORE INTO $table (key_hash, token_hash, reference, fingerprint, lang, created, left_files) VALUES (%s, %s, %s, %s, %s, %s, '')",
			$submission->key_hash,
			$submission->token_hash,
			$submission->id,
			$submission->fingerprint,
			$submission->lang,
			gmdate( 'Y-m-d H:i:s' )
		)
	);
	return $wpdb->rows_affected > 0;
}

/** Returns the contribution of a row. One whose post is gone is withdrawn. */
function entry_of( object $row ): Entry {
	$entry              = new Entry();
	$entry->id          = $row->reference;
	$entry->key_hash    = $row->key_hash;
	$entry->token_hash  = $row->token_hash;
	$entry->fingerprint = $row->fingerprint;
	$entry->lang        = $row->lang;
	$entry->email       = $row->email;
	$entry->is_erased   = '' === $row->left_files;
	$stored             = json_decode( (string) $row->record, true );
	$is_stored          = null !== $row->post_status && is_array( $stored );
	$entry->state       = $is_stored ? state_of( $row->post_status ) : 'withdrawn';
	$entry->record      = $is_stored ? $stored['record'] : array();
	$entry->photos      = $is_stored ? $stored['photos'] : array();
	return $entry;
}

/** Returns the id of the post of a contribution; 0 if there is none. */
function post_of( string $reference ): int {
	global $wpdb;
	$table = submissions_table();
	$rows  = query( $wpdb->prepare( "SELECT post_id FROM $table WHERE reference = %s", $reference ) );
	return (int) ( $rows[0]->post_id ?? 0 );
}

/**
 * Stores the reply of the team to the contribution of a post; an empty one removes it. Returns false if there is no such
 * contribution. A row is updated, never added: a contribution that its author is withdrawing does not come back.
 */
function set_reply( int $post_id, string $reply ): bool {
	global $wpdb;
	$entry = ( new ContributionStore() )->find_by_post( $post_id );
	if ( ! $entry || 'withdrawn' === $entry->state ) {
		return false;
	}
	$record = wp_json_encode(
		array(
			'record' => $entry->with_reply( $reply ),
			'photos' => $entry->photos,
		)
	);
	query( $wpdb->prepare( "UPDATE $wpdb->postmeta SET meta_value = %s WHERE post_id = %d AND meta_key = %s", $record, $post_id, RECORD ) );
	wp_cache_delete( $post_id, 'post_meta' );
	return true;
}

/** Deletes a submission that was not stored completely. */
function forget_submission( string $reference, int $post_id ): void {
	global $wpdb;
	$table = submissions_table();
	query( $wpdb->prepare( "DELETE FROM $table WHERE reference = %s", $reference ) );
	if ( $post_id > 0 ) {
		clean_post_cache( $post_id );
		wp_delete_post( $post_id, true );
	}
}

/** Deletes what the row of a submission has about its content. Keeps the names of files that could not be deleted. */
function mark_withdrawn( int $post_id, array $files ): void {
	global $wpdb;
	$table = submissions_table();
	query( $wpdb->prepare( "UPDATE $table SET post_id = 0, fingerprint = '', email = '', left_files = %s WHERE post_id = %d", implode( "\n", $files ), $post_id ) );
}

/** Deletes the files that a withdrawal has left. Returns true if none is left. */
function finish_erasure( string $reference ): bool {
	global $wpdb;
	$table = submissions_table();
	$rows  = query( $wpdb->prepare( "SELECT left_files FROM $table WHERE reference = %s", $reference ) );
	$files = array_filter( explode( "\n", $rows[0]->left_files ?? '' ) );
	$left  = delete_files( $files );
	if ( $files ) {
		query( $wpdb->prepare( "UPDATE $table SET left_files = %s WHERE reference = %s", implode( "\n", $left ), $reference ) );
	}
	return ! $left;
}
