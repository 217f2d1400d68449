<?php
namespace Spass\WordPress;

use Spass\Contributions\Entry;
use Spass\Contributions\Messages;
use Spass\Contributions\Store;
use Spass\Contributions\StoreError;
use Spass\Contributions\Submission;
use Spass\Contributions\Text;

defined( 'ABSPATH' ) || exit;

/** Stores contributions as posts, and their keys in a table. Its queries are prepared, and need no cache. */
final class ContributionStore implements Store {

	/** @var int Post that is being stored. */
	private $post_id = 0;

	/** @var string[] Files that were written for it. */
	private $files = array();

	public function find_by_key( string $key_hash ): ?Entry {
		return $this->find_where( 's.key_hash = %s', $key_hash );
	}

	public function find_by_token( string $token_hash ): ?Entry {
		return $this->find_where( 's.token_hash = %s', $token_hash );
	}

	public function find( string $id ): ?Entry {
		return $this->find_where( 's.reference = %s', $id );
	}

	/** Returns the contribution of a post. */
	public function find_by_post( int $post_id ): ?Entry {
		return $this->find_where( 's.post_id = %d', $post_id );
	}

	/**
	 * Returns a page of the contributions with an e-mail address.
	 *
	 * @return Entry[]
	 */
	public function find_by_email( string $email, int $limit, int $offset ): array {
		return $this->select( 's.email = %s ORDER BY s.id LIMIT %d OFFSET %d', $email, $limit, $offset );
	}

	public function add( Submission $submission ): Entry {
		transaction(
			function () use ( $submission ) {
				$this->post_id = 0;
				$this->files   = array();
				if ( insert_submission( $submission ) ) {
					$this->insert_post( $submission );
					$this->insert_photos( $submission );
				}
			},
			function () use ( $submission ) {
				// Tables of an engine without transactions still have the post, and files have no transactions.
				forget_submission( $submission->id, $this->post_id );
				delete_files( $this->files );
			}
		);
		$entry = $this->find_by_key( $submission->key_hash );
		if ( ! $entry ) {
			throw new StoreError( "$submission->id is not stored." );
		}
		return $entry;
	}

	public function withdraw( Entry $entry ): bool {
		$post_id = post_of( $entry->id );
		if ( $post_id > 0 ) {
			transaction(
				static function () use ( $post_id ) {
					// The hook of the post type deletes the photographs and the fingerprint.
					if ( ! wp_delete_post( $post_id, true ) ) {
						throw new StoreError( "The post $post_id could not be deleted." );
					}
				},
				static function () use ( $post_id ) {
					clean_post_cache( $post_id );
				}
			);
		}
		return finish_erasure( $entry->id );
	}

	public function accepts_email(): bool {
		return true;
	}

	public function set_email( Entry $entry, string $email ): void {
		global $wpdb;
		$table = submissions_table();
		query( $wpdb->prepare( "UPDATE $table SET email = %s WHERE reference = %s AND post_id > 0", $email, $entry->id ) );
	}

	public function count_published(): int {
		global $wpdb;
		$counts = query( $wpdb->prepare( "SELECT count(*) AS total FROM $wpdb->posts WHERE post_type = %s AND post_status = 'publish'", POST_TYPE ) );
		return (int) $counts[0]->total;
	}

	public function published( int $limit, int $offset ): array {
		return $this->select( "p.post_status = 'publish' ORDER BY s.id LIMIT %d OFFSET %d", $limit, $offset );
	}

	public function photo_path( Entry $entry, int $number ): string {
		$attachment = $entry->photos[ $number - 1 ]['attachment'] ?? 0;
		$path       = $attachment ? get_attached_file( $attachment, true ) : '';
		return is_string( $path ) ? $path : '';
	}

	public function update_bucket( string $client_hash, callable $step ): void {
		global $wpdb;
		$table = clients_table();
		transaction(
			static function () use ( $client_hash, $step, $table, $wpdb ) {
				query( $wpdb->prepare( "INSERT INTO $table (client, tokens, updated) VALUES (%s, 0, 0) ON DUPLICATE KEY UPDATE client = client", $client_hash ) );
				$row    = query( $wpdb->prepare( "SELECT tokens, updated FROM $table WHERE client = %s FOR UPDATE", $client_hash ) )[0];
				$stored = array(
					'tokens' => (float) $row->tokens,
					'time'   => (float) $row->updated,
				);
				$bucket = $step( (float) $row->updated > 0 ? $stored : null );
				query( $wpdb->prepare( "UPDATE $table SET tokens = %f, updated = %f WHERE client = %s", $bucket['tokens'], $bucket['time'], $client_hash ) );
			},
			static function () {
			}
		);
	}

	/** @param int|string $value */
	private function find_where( string $condition, $value ): ?Entry {
		return $this->select( $condition, $value )[0] ?? null;
	}

	/**
	 * Selects contributions.
	 *
	 * @param string     $condition Condition with placeholders.
	 * @param int|string ...$values
	 * @return Entry[]
	 */
	private function select( string $condition, ...$values ): array {
		global $wpdb;
		$table = submissions_table();
		$sql   = "SELECT s.*, p.post_status, m.meta_value AS record
			FROM $table s LEFT JOIN $wpdb->posts p ON p.ID = s.post_id AND p.post_type = %s
			LEFT JOIN $wpdb->postmeta m ON m.post_id = p.ID AND m.meta_key = %s WHERE $condition";
		return array_map( __NAMESPACE__ . '\entry_of', query( $wpdb->prepare( $sql, POST_TYPE, RECORD, ...$values ) ) );
	}

	private function insert_post( Submission $submission ): void {
		global $wpdb;
		$kind = Messages::of( substr( get_locale(), 0, 2 ) )->get( 'kinds.' . $submission->record['kind'] );
		$post = array(
			'post_type'    => POST_TYPE,
			'post_status'  => 'pending',
			'post_author'  => 0,
			'post_title'   => "$kind $submission->id",
			'post_name'    => strtolower( $submission->id ),
			// Readable text for the search of the admin; the record is the source.
			'post_content' => Text::escape( implode( "\n\n", Text::translations( $submission->record['text'] ?? null ) ) ),
		);
		$id   = wp_insert_post( wp_slash( $post ), true );
		if ( is_wp_error( $id ) || 0 === $id ) {
			throw new StoreError( is_wp_error( $id ) ? $id->get_error_message() : 'The post could not be stored.' );
		}
		$this->post_id = $id;
		$table         = submissions_table();
		query( $wpdb->prepare( "UPDATE $table SET post_id = %d WHERE key_hash = %s", $id, $submission->key_hash ) );
	}

	private function insert_photos( Submission $submission ): void {
		$photos = $submission->photos;
		foreach ( $submission->pictures as $index => $picture ) {
			$path                           = write_photo( $picture );
			$this->files[]                  = basename( $path );
			$photos[ $index ]['attachment'] = add_attachment( $picture, $path, $this->post_id, $submission->id . ' ' . ( $index + 1 ) );
		}
		$record = array(
			'record' => $submission->record,
			'photos' => $photos,
		);
		// ASCII only, so that a table of any character set keeps it.
		if ( ! add_post_meta( $this->post_id, RECORD, wp_slash( (string) wp_json_encode( $record ) ), true ) ) {
			throw new StoreError( "The record of $submission->id could not be stored." );
		}
	}
}
