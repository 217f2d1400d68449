<?php
namespace Spass\WordPress;

use Spass\Contributions\Picture;
use Spass\Contributions\Reply;
use Spass\Contributions\StoreError;

defined( 'ABSPATH' ) || exit;

/**
 * Folder of the photographs, inside the folder of the uploads. Visitors never see the random names of its files: PHP
 * sends them.
 */
const PHOTO_FOLDER = 'spass-contributions';

/** Returns the path of the folder, which need not exist. */
function photo_folder(): string {
	return wp_upload_dir( null, false )['basedir'] . '/' . PHOTO_FOLDER;
}

/** Creates the folder if it is missing, closed to visitors. */
function create_photo_folder(): void {
	$folder = photo_folder();
	if ( ! is_dir( $folder ) && ! wp_mkdir_p( $folder ) ) {
		throw new StoreError( "The folder $folder cannot be created." );
	}
	$files = array(
		'.htaccess'  => "Require all denied\n",
		'index.html' => '',
	);
	foreach ( $files as $name => $content ) {
		if ( ! file_exists( "$folder/$name" ) ) {
			write_file( "$folder/$name", $content );
		}
	}
}

/** Writes a file completely, or not at all. */
function write_file( string $path, string $bytes ): void {
	// phpcs:ignore WordPress.PHP.NoSilencedErrors, WordPress.WP.AlternativeFunctions -- a full disk is reported below.
	if ( @file_put_contents( $path, $bytes ) !== strlen( $bytes ) ) {
		wp_delete_file( $path );
		throw new StoreError( "$path could not be written completely." );
	}
}

/** Writes a photograph under a random name. Returns its path. */
function write_photo( Picture $picture ): string {
	create_photo_folder();
	$path = photo_folder() . '/' . bin2hex( random_bytes( 16 ) ) . '.' . $picture->extension;
	write_file( $path, $picture->bytes );
	return $path;
}

/**
 * Adds a photograph to the media library, as private.
 *
 * @return int Id of the attachment.
 */
function add_attachment( Picture $picture, string $path, int $post_id, string $title ): int {
	$post = array(
		'post_title'     => $title,
		'post_status'    => 'private',
		'post_mime_type' => Reply::PHOTO_TYPES[ $picture->extension ],
		'meta_input'     => array( '_wp_attachment_image_alt' => wp_slash( $picture->alt ) ),
	);
	$id   = wp_insert_attachment( $post, $path, $post_id, true );
	if ( is_wp_error( $id ) || 0 === $id ) {
		throw new StoreError( 'A photograph could not be added to the media library.' );
	}
	wp_update_attachment_metadata(
		$id,
		array(
			'width'  => $picture->width,
			'height' => $picture->height,
			'file'   => PHOTO_FOLDER . '/' . basename( $path ),
		)
	);
	return $id;
}

/** Returns the files that still exist, by name. */
function remaining_files( array $names ): array {
	clearstatcache();
	$folder = photo_folder();
	return array_values(
		array_filter(
			$names,
			static function ( $name ) use ( $folder ) {
				return '' !== $name && file_exists( "$folder/" . basename( $name ) );
			}
		)
	);
}

/** Deletes files by name. Returns those that still exist. */
function delete_files( array $names ): array {
	$folder = photo_folder();
	foreach ( $names as $name ) {
		wp_delete_file( "$folder/" . basename( $name ) );
	}
	return remaining_files( $names );
}
