<?php
namespace Spass;

/** Writes the tag of a widget with its fallback content. All values are escaped here. */
final class Markup {

	/**
	 * Returns the complete element.
	 *
	 * @param array    $entries Entries of the API response.
	 * @param string   $content Content of the author: HTML already sanitized by the CMS.
	 * @param callable $day     Formats an ISO date.
	 */
	public static function element( Widget $widget, array $entries, string $content, callable $day ): string {
		$tag   = "spass-{$widget->noun}";
		$start = "<$tag";
		foreach ( $widget->attributes as $name => $value ) {
			$start .= ' ' . $name . '="' . self::escape( $value ) . '"';
		}
		if ( '' !== $widget->style ) {
			$start .= ' style="' . self::escape( $widget->style ) . '"';
		}
		return "$start>" . self::inside( $widget, $entries, $content, $day ) . "</$tag>";
	}

	private static function inside( Widget $widget, array $entries, string $content, callable $day ): string {
		if ( 'compare' === $widget->noun ) {
			// Editors wrap images in figures and links; the widget needs the two images.
			preg_match_all( '/<img\b[^>]*>/i', $content, $images );
			return implode( '', $images[0] );
		}
		$is_written = '' !== trim( $content );
		if ( $is_written && ( $widget->facts['content'] || ! $entries ) ) {
			return $content;
		}
		return $entries ? self::entries( $widget, $entries, $day ) : '';
	}

	private static function entries( Widget $widget, array $entries, callable $day ): string {
		// List items would be read as the phases of the project.
		$is_list = 'project-progress' !== $widget->noun;
		$html    = '';
		foreach ( $entries as $entry ) {
			$html .= $is_list ? '<li>' . self::entry( $entry, $day ) . '</li>' : '<p>' . self::entry( $entry, $day ) . '</p>';
		}
		return $is_list ? "<ul>$html</ul>" : $html;
	}

	private static function entry( array $entry, callable $day ): string {
		$lang = '' === $entry['lang'] ? '' : ' lang="' . self::escape( $entry['lang'] ) . '"';
		$html = self::escape( $entry['title'] );
		if ( '' !== $entry['url'] ) {
			$html = '<a href="' . self::escape( $entry['url'] ) . "\"$lang>$html</a>";
		} elseif ( '' !== $lang ) {
			$html = "<span$lang>$html</span>";
		}
		if ( '' !== $entry['start'] ) {
			$html .= ', <time datetime="' . self::escape( $entry['start'] ) . '">' . self::escape( $day( $entry['start'] ) ) . '</time>';
		}
		if ( '' !== $entry['text'] ) {
			$html .= ( '' === $entry['title'] ? '' : '<br>' ) . self::escape( $entry['text'] );
		}
		return $html;
	}

	/** Escapes text for HTML. Brackets too: text from an API must not become a shortcode of the page. */
	public static function escape( string $text ): string {
		$html = htmlspecialchars( $text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8' );
		return str_replace( array( '[', ']' ), array( '&#91;', '&#93;' ), $html );
	}
}
