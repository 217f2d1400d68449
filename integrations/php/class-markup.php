<?php
namespace Spass;

/** Writes the tag of a widget, with what is read without a script inside it. Everything is escaped here. */
final class Markup {

	/**
	 * The whole element.
	 *
	 * @param array    $entries What the API answered.
	 * @param string   $content What the writer put inside: HTML that the CMS has already cleaned.
	 * @param callable $day     Makes words of an ISO date.
	 */
	public static function element( Widget $widget, array $entries, string $content, callable $day ): string {
		$tag   = "spass-{$widget->noun}";
		$start = "<$tag";
		foreach ( $widget->attributes as $name => $value ) {
			$start .= ' ' . $name . '="' . self::escape( $value ) . '"';
		}
		return "$start>" . self::inside( $widget, $entries, $content, $day ) . "</$tag>";
	}

	private static function inside( Widget $widget, array $entries, string $content, callable $day ): string {
		if ( 'compare' === $widget->noun ) {
			// Editors wrap images in figures and links; the widget wants the two of them.
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
		// Items of a list would be taken for the phases of the project.
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

	/** As text in HTML. Brackets too: what comes from an API must not become a shortcode of the page that it stands in. */
	public static function escape( string $text ): string {
		$html = htmlspecialchars( $text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8' );
		return str_replace( array( '[', ']' ), array( '&#91;', '&#93;' ), $html );
	}
}
