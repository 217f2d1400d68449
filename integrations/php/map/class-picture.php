<?php
namespace Spass\Map;

use Spass\Markup;

/** Static picture of a map: coasts, rivers, borders and places, as SVG without styles, scripts or requests. */
final class Picture {

	/** Colours of the map in a light page; a mark has its own background. */
	private const WATER    = '#dfeef4';
	private const LAND     = '#f4f4f5';
	private const RIVER    = '#9fc6d8';
	private const BORDER   = '#c9cccd';
	private const COUNTRY  = '#9aa0a2';
	private const MARK     = '#1d2a2f';
	private const ON_MARK  = '#ffffff';

	/** Returns the picture. `$label` is its text alternative; the list beside it has all that it shows. */
	public static function svg( Viewport $viewport, Outlines $outlines, array $numbered, array $others, string $label ): string {
		$width  = Viewport::WIDTH;
		$height = Viewport::HEIGHT;
		$svg    = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 $width $height\" width=\"100%\" role=\"img\""
			. ' aria-label="' . Markup::escape( $label ) . '">'
			. "<rect width=\"$width\" height=\"$height\" fill=\"" . self::WATER . '"/>'
			. self::line( $outlines->path( 'land', $viewport ), self::BORDER, 2, self::LAND )
			. self::line( $outlines->path( 'rivers', $viewport ), self::RIVER, 2 )
			. self::line( $outlines->path( 'regions', $viewport ), self::BORDER, 1.5 )
			. self::line( $outlines->path( 'countries', $viewport ), self::COUNTRY, 3 )
			. self::dots( $viewport, $others );
		$positions = array();
		foreach ( $numbered as $number => list( $lat, $lon ) ) {
			$positions[ $number ] = $viewport->position( $lat, $lon );
		}
		foreach ( ( new Marks( $positions ) )->all() as $mark ) {
			$svg .= self::mark( $mark );
		}
		return "$svg</svg>";
	}

	private static function line( string $path, string $stroke, float $width, string $fill = 'none' ): string {
		return '' === $path ? '' : "<path d=\"$path\" fill=\"$fill\" fill-rule=\"evenodd\" stroke=\"$stroke\" stroke-width=\"$width\" stroke-linejoin=\"round\"/>";
	}

	/** Draws places without a number: zero-length lines with round ends, in one path. */
	private static function dots( Viewport $viewport, array $places ): string {
		$dots = array();
		foreach ( $places as list( $lat, $lon ) ) {
			list( $x, $y ) = array_map( 'round', $viewport->position( $lat, $lon ) );
			if ( $x >= 0 && $x <= Viewport::WIDTH && $y >= 0 && $y <= Viewport::HEIGHT ) {
				$dots[ "M$x {$y}h0" ] = true;
			}
		}
		return $dots
			? '<path d="' . implode( '', array_keys( $dots ) ) . '" fill="none" stroke="' . self::MARK . '" stroke-width="14" stroke-linecap="round"/>'
			: '';
	}

	private static function mark( array $mark ): string {
		$radius = $mark['height'] / 2;
		$middle = $mark['x'] + $mark['width'] / 2;
		$base   = $mark['y'] + $mark['height'] * 0.69;
		return "<rect x=\"{$mark['x']}\" y=\"{$mark['y']}\" width=\"{$mark['width']}\" height=\"{$mark['height']}\" rx=\"$radius\""
			. ' fill="' . self::MARK . '" stroke="' . self::ON_MARK . '" stroke-width="3"/>'
			. "<text x=\"$middle\" y=\"$base\" fill=\"" . self::ON_MARK . '" font-family="sans-serif" font-size="26" font-weight="bold" text-anchor="middle">'
			. Markup::escape( $mark['text'] ) . '</text>';
	}
}
