<?php
namespace Spass\Contributions;

/** Contribution as stored. A withdrawn one has only its id, kind, language and hashes. */
class Entry {

	/** @var string Reference such as `7F3K-29QX`. */
	public $id = '';

	/** @var string Hash of the header `Idempotency-Key`. */
	public $key_hash = '';

	/** @var string Hash of the receipt's token. */
	public $token_hash = '';

	/** @var string Hash of the content as it was sent; empty after a withdrawal. */
	public $fingerprint = '';

	/** @var string Language of the receipt. */
	public $lang = 'fr';

	/** @var string `pending`, `published`, `refused` or `withdrawn`. */
	public $state = 'pending';

	/** @var array Fields of the public record, without id, state and photographs. */
	public $record = array();

	/** @var array<int,array{extension:string,width:int,height:int,alt:string}> */
	public $photos = array();

	/** @var bool False if a file of a withdrawn contribution could not be deleted yet. */
	public $is_erased = true;

	/** @var string E-mail address left by the author; never public. */
	public $email = '';

	/** Returns the stored fields with a reply of the team; an empty one removes it. */
	public function with_reply( string $reply ): array {
		$record = $this->record;
		unset( $record['reply'] );
		return $record + ( '' === $reply ? array() : array( 'reply' => $reply ) );
	}

	/** Returns the public record. `$photo_url` returns the address of a photograph from its number and extension. */
	public function to_record( callable $photo_url ): array {
		$record = array( 'id' => $this->id ) + $this->record;
		foreach ( $this->photos as $index => $photo ) {
			$record['photos'][] = array( 'src' => $photo_url( $index + 1, $photo['extension'] ) )
				+ ( '' === $photo['alt'] ? array() : array( 'alt' => $photo['alt'] ) )
				+ array(
					'width'  => $photo['width'],
					'height' => $photo['height'],
				);
		}
		$record['state'] = $this->state;
		return $record;
	}
}

/** Contribution to be stored, with its pictures. */
final class Submission extends Entry {

	/** @var Picture[] */
	public $pictures = array();
}
