<?php
namespace Spass\Contributions;

/** Reason for refusing a picture: `kind`, `moving`, `pixels` or `damaged`; each has a message. */
final class PictureError extends \RuntimeException {

	/** @var string */
	public $reason;

	/** @var int Maximum number of pixels, in millions, for the reason `pixels`. */
	public $millions;

	public function __construct( string $reason, int $millions = 0 ) {
		parent::__construct( "This picture is refused: $reason." );
		$this->reason   = $reason;
		$this->millions = $millions;
	}
}

/** Picture encoded anew from its pixels: without position, camera, names, thumbnails and trailing data. */
final class Picture {

	private const QUALITY = 85;

	/** Bytes per pixel that GD takes, with the copy that it makes to rotate a picture. */
	private const BYTES_PER_PIXEL = 10;

	/** @var string */
	public $bytes = '';

	/** @var string `jpg`, `png` or `webp`. */
	public $extension = '';

	/** @var int Width of the upright picture, in pixels. */
	public $width = 0;

	/** @var int */
	public $height = 0;

	/** @var string Text alternative; empty if there is none. */
	public $alt = '';

	/** Returns true if PHP can decode and encode photographs. */
	public static function is_supported(): bool {
		return function_exists( 'imagecreatefromstring' ) && function_exists( 'imagejpeg' ) && function_exists( 'imagepng' );
	}

	/**
	 * Decodes a picture and encodes it again.
	 *
	 * @throws PictureError
	 */
	public static function decode( string $bytes ): self {
		$file = ImageFile::parse( $bytes );
		self::check_size( $file );
		if ( 'webp' === $file->extension && ! function_exists( 'imagewebp' ) ) {
			throw new PictureError( 'kind' );
		}
		// Warnings about damaged files would end up in the response of sites that display errors.
		$image = @imagecreatefromstring( $bytes );
		if ( ! $image || imagesx( $image ) !== $file->width || imagesy( $image ) !== $file->height ) {
			throw new PictureError( 'damaged' );
		}
		imagepalettetotruecolor( $image );
		$picture            = new self();
		$picture->extension = $file->extension;
		$picture->encode( self::upright( $image, $file->orientation ) );
		return $picture;
	}

	/** Checks the size before the pixels are decoded: PHP would stop when its memory is used up. */
	private static function check_size( ImageFile $file ): void {
		$limit  = Form::bytes( (string) ini_get( 'memory_limit' ) );
		$free   = $limit > 0 ? $limit - memory_get_usage() : PHP_INT_MAX;
		$pixels = (int) min( Contract::limit( 'pixels' ), max( 0, $free ) / self::BYTES_PER_PIXEL );
		$side   = Contract::limit( 'side' );
		if ( $file->width * $file->height > $pixels || $file->width > $side || $file->height > $side ) {
			throw new PictureError( 'pixels', (int) floor( $pixels / 1e6 ) );
		}
	}

	/**
	 * Applies the orientation, which is lost with the metadata.
	 *
	 * @param resource|\GdImage $image
	 * @return resource|\GdImage
	 */
	private static function upright( $image, int $orientation ) {
		$angles = array(
			3 => 180,
			4 => 180,
			5 => 270,
			6 => 270,
			7 => 90,
			8 => 90,
		);
		imagealphablending( $image, false );
		if ( isset( $angles[ $orientation ] ) ) {
			$image = imagerotate( $image, $angles[ $orientation ], 0 );
		}
		if ( in_array( $orientation, array( 2, 4, 5, 7 ), true ) ) {
			imageflip( $image, IMG_FLIP_HORIZONTAL );
		}
		return $image;
	}

	/** @param resource|\GdImage $image */
	private function encode( $image ): void {
		imagealphablending( $image, false );
		imagesavealpha( $image, true );
		$this->width  = imagesx( $image );
		$this->height = imagesy( $image );
		ob_start();
		if ( 'jpg' === $this->extension ) {
			imagejpeg( $image, null, self::QUALITY );
		} elseif ( 'png' === $this->extension ) {
			imagepng( $image );
		} else {
			imagewebp( $image, null, self::QUALITY );
		}
		$this->bytes = (string) ob_get_clean();
		if ( '' === $this->bytes ) {
			throw new PictureError( 'damaged' );
		}
	}
}
