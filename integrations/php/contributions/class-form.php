<?php
namespace Spass\Contributions;

/** Parts of a submitted form, not yet validated. */
final class Form {

	/** @var string */
	public $json = '';

	/** @var array<int,array{path:string,is_too_large:bool}> Photographs in temporary files. */
	public $photos = array();

	/**
	 * Reads the form of a request.
	 *
	 * @throws Problem 400, 413, 415 or 503.
	 */
	public static function read( Request $request ): self {
		if ( ! preg_match( '~^multipart/form-data\s*;~i', $request->header( 'content-type' ) ) ) {
			throw new Problem( 415, 'A contribution is sent as multipart/form-data.' );
		}
		$max = self::max_body_size();
		if ( (float) $request->header( 'content-length' ) > $max ) {
			throw new Problem( 413, $request->messages()->format( 'bodyTooLarge', (int) floor( $max / 1e6 ) ) );
		}
		if ( count( $request->post ) + count( $request->files ) > Contract::limit( 'parts' ) ) {
			throw new Problem( 413, 'A contribution has at most ' . Contract::limit( 'parts' ) . ' parts.' );
		}
		$form         = new self();
		$form->json   = self::read_json( $request );
		$form->photos = self::read_photos( $request );
		if ( count( $form->photos ) <= 1 && is_string( $request->files['photo']['name'] ?? null ) && Validation::described_photos( $form->json ) > count( $form->photos ) ) {
			// PHP keeps only the last part of a name without brackets.
			throw new Problem( 400, 'Several photographs are sent to this server as parts called "photo[]".', array(), array( 'photoPart' => 'photo[]' ) );
		}
		return $form;
	}

	/** Returns the maximum size of the body, in bytes: the maximum of a contribution, or less if PHP accepts less. */
	public static function max_body_size(): int {
		$size = Contract::limit( 'photos' ) * Contract::limit( 'photoBytes' ) + Contract::limit( 'jsonBytes' ) + 4096;
		$ini  = self::bytes( (string) ini_get( 'post_max_size' ) );
		return $ini > 0 ? min( $size, $ini ) : $size;
	}

	/** Returns the maximum size of a photograph, in bytes. */
	public static function max_photo_size(): int {
		$ini = self::bytes( (string) ini_get( 'upload_max_filesize' ) );
		return $ini > 0 ? min( Contract::limit( 'photoBytes' ), $ini ) : Contract::limit( 'photoBytes' );
	}

	/** Parses a size of php.ini such as `8M`; 0 or less has no limit. */
	public static function bytes( string $size ): int {
		$units = array(
			'k' => 1024,
			'm' => 1048576,
			'g' => 1073741824,
		);
		return (int) ( (float) $size * ( $units[ strtolower( substr( trim( $size ), -1 ) ) ] ?? 1 ) );
	}

	/** Returns a hash of the content. */
	public function fingerprint(): string {
		$hash = hash( 'sha256', $this->json );
		foreach ( $this->photos as $photo ) {
			$hash .= $photo['is_too_large'] ? 'large' : (string) @hash_file( 'sha256', $photo['path'] );
		}
		return hash( 'sha256', $hash );
	}

	private static function read_json( Request $request ): string {
		// A part with a file name, as browsers send a Blob, is an upload for PHP.
		$field  = $request->post['contribution'] ?? null;
		$upload = $request->files['contribution'] ?? null;
		$path   = is_array( $upload ) && is_string( $upload['tmp_name'] ?? null ) ? $upload['tmp_name'] : '';
		$max    = Contract::limit( 'jsonBytes' );
		if ( is_string( $field ) && null === $upload ) {
			$json = $field;
		} elseif ( null === $field && '' !== $path && UPLOAD_ERR_OK === $upload['error'] ) {
			$json = (string) file_get_contents( $path, false, null, 0, $max + 1 );
		} else {
			throw new Problem( 400, 'A contribution has exactly one part called "contribution", in JSON.' );
		}
		if ( strlen( $json ) > $max ) {
			throw new Problem( 413, "The part \"contribution\" has at most $max bytes." );
		}
		return $json;
	}

	private static function read_photos( Request $request ): array {
		$upload = $request->files['photo'] ?? null;
		if ( ! is_array( $upload ) ) {
			return array();
		}
		$paths  = array_values( (array) ( $upload['tmp_name'] ?? array() ) );
		$errors = array_values( (array) ( $upload['error'] ?? array() ) );
		$sizes  = array_values( (array) ( $upload['size'] ?? array() ) );
		$photos = array();
		foreach ( $paths as $index => $path ) {
			$error = $errors[ $index ] ?? null;
			if ( ! is_string( $path ) || ! is_int( $error ) || UPLOAD_ERR_PARTIAL === $error ) {
				throw new Problem( 400, 'A photograph is one part called "photo", or several called "photo[]".' );
			}
			if ( in_array( $error, array( UPLOAD_ERR_NO_TMP_DIR, UPLOAD_ERR_CANT_WRITE, UPLOAD_ERR_EXTENSION ), true ) ) {
				throw new StoreError( "PHP could not receive a photograph (upload error $error)." );
			}
			// A form without a chosen file sends an empty part.
			if ( UPLOAD_ERR_NO_FILE !== $error ) {
				$photos[] = array(
					'path'         => $path,
					'is_too_large' => UPLOAD_ERR_OK !== $error || ( $sizes[ $index ] ?? 0 ) > self::max_photo_size(),
				);
			}
		}
		return $photos;
	}
}
