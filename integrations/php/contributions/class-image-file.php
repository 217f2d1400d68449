<?php
namespace Spass\Contributions;

/** Size, orientation and format of an image file, read without decoding it. */
final class ImageFile {

	/** Maximum number of scans. A small file with thousands of scans would be decoded as often. */
	private const MAX_SCANS = 100;

	/** @var string `jpg`, `png` or `webp`. */
	public $extension = '';

	/** @var int */
	public $width = 0;

	/** @var int */
	public $height = 0;

	/** @var int Orientation tag (Exif 2.32, 4.6.4): 1 is upright, 2 to 8 are rotated or mirrored. */
	public $orientation = 1;

	/**
	 * Reads the structure of a file. The format is detected from the content, not the file name.
	 *
	 * @throws PictureError
	 */
	public static function parse( string $bytes ): self {
		$file = new self();
		if ( "\xff\xd8\xff" === substr( $bytes, 0, 3 ) ) {
			$file->extension = 'jpg';
			$file->parse_jpeg( $bytes );
		} elseif ( "\x89PNG\r\n\x1a\n" === substr( $bytes, 0, 8 ) ) {
			$file->extension = 'png';
			$file->parse_png( $bytes );
		} elseif ( preg_match( '/^RIFF.{4}WEBP/s', $bytes ) ) {
			$file->extension = 'webp';
			$file->parse_webp( $bytes );
		} else {
			throw new PictureError( 'kind' );
		}
		if ( 0 === $file->width ) {
			throw new PictureError( 'damaged' );
		}
		return $file;
	}

	private function parse_jpeg( string $bytes ): void {
		$length = strlen( $bytes );
		$scans  = 0;
		$offset = 2;
		while ( true ) {
			$start   = $offset;
			$offset += strspn( $bytes, "\xff", $offset );
			if ( $offset === $start || $offset >= $length ) {
				throw new PictureError( 'damaged' );
			}
			$marker = ord( $bytes[ $offset++ ] );
			if ( 0xd9 === $marker ) {
				break;
			}
			$size = self::number( 'n', $bytes, $offset );
			if ( $marker < 0xc0 || $size < 2 || $offset + $size > $length ) {
				throw new PictureError( 'damaged' );
			}
			$body    = substr( $bytes, $offset + 2, $size - 2 );
			$offset += $size;
			if ( $marker <= 0xcf && ! in_array( $marker, array( 0xc4, 0xc8, 0xcc ), true ) ) {
				$this->set_size( self::number( 'n', $body, 3 ), self::number( 'n', $body, 1 ) );
			} elseif ( 0xe1 === $marker && "Exif\0\0" === substr( $body, 0, 6 ) ) {
				$this->orientation = self::read_orientation( substr( $body, 6 ) );
			} elseif ( 0xda === $marker ) {
				$offset = self::end_of_scan( $bytes, $offset );
				if ( ++$scans > self::MAX_SCANS ) {
					throw new PictureError( 'damaged' );
				}
			}
		}
		if ( 0 === $scans ) {
			throw new PictureError( 'damaged' );
		}
	}

	/** Returns the offset of the next marker other than a stuffed byte or a restart. */
	private static function end_of_scan( string $bytes, int $offset ): int {
		if ( ! preg_match( '/\xff[^\x00\xd0-\xd7\xff]/', $bytes, $found, PREG_OFFSET_CAPTURE, $offset ) ) {
			throw new PictureError( 'damaged' );
		}
		return $found[0][1];
	}

	private function parse_png( string $bytes ): void {
		$offset = 8;
		do {
			$size    = self::number( 'N', $bytes, $offset );
			$name    = substr( $bytes, $offset + 4, 4 );
			$body    = substr( $bytes, $offset + 8, $size );
			$offset += $size + 12;
			if ( $offset > strlen( $bytes ) ) {
				throw new PictureError( 'damaged' );
			}
			if ( 'IHDR' === $name ) {
				$this->set_size( self::number( 'N', $body, 0 ), self::number( 'N', $body, 4 ) );
			} elseif ( 'eXIf' === $name ) {
				$this->orientation = self::read_orientation( $body );
			} elseif ( 'acTL' === $name ) {
				throw new PictureError( 'moving' );
			}
		} while ( 'IEND' !== $name );
	}

	private function parse_webp( string $bytes ): void {
		$offset = 12;
		while ( $offset + 8 <= strlen( $bytes ) ) {
			$name = substr( $bytes, $offset, 4 );
			$size = self::number( 'V', $bytes, $offset + 4 );
			$body = substr( $bytes, $offset + 8, $size );
			// Chunks of odd length are padded with one byte.
			$offset += 8 + $size + $size % 2;
			if ( in_array( $name, array( 'ANIM', 'ANMF' ), true ) ) {
				throw new PictureError( 'moving' );
			}
			if ( 'VP8 ' === $name ) {
				$this->set_size( self::number( 'v', $body, 6 ) & 0x3fff, self::number( 'v', $body, 8 ) & 0x3fff );
			} elseif ( 'VP8L' === $name ) {
				$bits = self::number( 'V', $body, 1 );
				$this->set_size( ( $bits & 0x3fff ) + 1, ( ( $bits >> 14 ) & 0x3fff ) + 1 );
			} elseif ( 'EXIF' === $name ) {
				$this->orientation = self::read_orientation( (string) preg_replace( '/^Exif\0\0/', '', $body ) );
			}
		}
	}

	/** Sets the size. A file with a second one is refused: a decoder would use the first. */
	private function set_size( int $width, int $height ): void {
		if ( 0 !== $this->width || $width < 1 || $height < 1 ) {
			throw new PictureError( 'damaged' );
		}
		$this->width  = $width;
		$this->height = $height;
	}

	/** Reads the orientation from Exif data that start with the TIFF header. Returns 1 if they cannot be read. */
	private static function read_orientation( string $tiff ): int {
		$short = 'II' === substr( $tiff, 0, 2 ) ? 'v' : 'n';
		$long  = 'v' === $short ? 'V' : 'N';
		try {
			$directory = self::number( $long, $tiff, 4 );
			$count     = self::number( $short, $tiff, $directory );
			for ( $entry = 0; $entry < $count; $entry++ ) {
				$at = $directory + 2 + 12 * $entry;
				if ( 0x0112 === self::number( $short, $tiff, $at ) ) {
					$value = self::number( $short, $tiff, $at + 8 );
					return $value >= 1 && $value <= 8 ? $value : 1;
				}
			}
		} catch ( PictureError $error ) {
			return 1;
		}
		return 1;
	}

	/**
	 * Reads a number in a format of `unpack`.
	 *
	 * @throws PictureError if it lies beyond the end.
	 */
	private static function number( string $format, string $bytes, int $offset ): int {
		$size = in_array( $format, array( 'N', 'V' ), true ) ? 4 : 2;
		if ( $offset < 0 || $offset + $size > strlen( $bytes ) ) {
			throw new PictureError( 'damaged' );
		}
		return unpack( $format, $bytes, $offset )[1];
	}
}
