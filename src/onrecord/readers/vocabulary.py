"""The words of schema.org that JSON-LD, microdata and RDFa share, and the record's fields they speak for."""

import functools
from collections.abc import Mapping
from types import MappingProxyType

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "headline": "headline", "alternativeHeadline": "alternative_headline", "alternateName": "alternative_headline",
        "description": "description", "abstract": "description", "genre": "genre", "articleSection": "article_section",
        "keywords": "keywords", "dateline": "dateline", "inLanguage": "in_language",
        "isAccessibleForFree": "is_accessible_for_free", "copyrightYear": "copyright_year", "datePublished": "date_published",
        "dateCreated": "date_created", "dateModified": "date_modified", "articleBody": "article_body",
        "correction": "corrections",
    }
)  # fmt: skip
"""Properties whose value is a plain word, by the field they speak for."""

PUBLISHER_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "name": "publisher",
        "legalName": "publisher.legal_name",
        "url": "publisher.url",
        "email": "publisher.email",
        "telephone": "publisher.telephone",
    }
)
"""The same of the organisation that publishes."""

ARTICLE_TYPES = frozenset(
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle",
        "BackgroundNewsArticle", "AskPublicNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle",
        "SatiricalArticle", "ScholarlyArticle", "MedicalScholarlyArticle", "TechArticle", "APIReference", "Report",
        "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Review", "CriticReview",
        "ClaimReview", "Recipe", "HowTo", "Newsarticle", "Blogposting",
    }
)  # fmt: skip
"""Types whose node may be the page's own article. Source: schema.org, Article and below, and what is written as one."""

PAGE_TYPES = frozenset(
    {
        "WebPage", "ItemPage", "FAQPage", "QAPage", "AboutPage", "MedicalWebPage", "ProfilePage", "VideoObject",
        "AudioObject", "PodcastEpisode", "CreativeWork", "ImageGallery", "MediaGallery", "Event", "Product", "Book",
        "Movie", "TVEpisode", "RadioEpisode", "Podcast", "Course",
    }
)  # fmt: skip
"""Types of things that speak about the page beside its article."""

SITE_TYPES = frozenset({"WebSite", "Organization", "NewsMediaOrganization", "Corporation", "Person", "Brand"})
"""Types of who stands behind the page."""

_LISTINGS = frozenset({"CollectionPage", "SearchResultsPage", "ItemList", "ProfilePage"})
_STANDING = frozenset({"ContactPage", "AboutPage", "CheckoutPage"})
"""Pages that every site keeps."""
THINGS = frozenset(
    {
        "Quiz", "Game", "VideoGame", "PodcastEpisode", "RadioEpisode", "TVEpisode", "PodcastSeries", "RadioSeries", "TVSeries", "BroadcastEvent", "Event",
        "MusicEvent", "TheaterEvent", "Festival", "ExhibitionEvent", "SocialEvent", "BusinessEvent", "EducationEvent", "Product", "JobPosting",
        "Course", "FAQPage", "QAPage", "VideoObject", "AudioObject", "ImageGallery", "MediaGallery", "Movie", "MusicRecording",
    }
)  # fmt: skip
"""What a page may be made for that holds no article: beside one they are what it is about."""


@functools.lru_cache(maxsize=1024)  # pure; the words of schema.org are few
def local_name(word: str) -> str:
    """The last part of a type or property: ``NewsArticle`` of ``https://schema.org/NewsArticle`` or ``schema:…``.

    >>> local_name("http://schema.org/NewsArticle"), local_name("schema:headline")
    ('NewsArticle', 'headline')
    """
    return word.rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1].strip()


def page_type_of(name: str) -> str | None:
    """What kind of page a schema.org type speaks of, written out or not; None where it settles nothing."""
    name = local_name(name)
    if name == "LiveBlogPosting":
        return "liveblog"
    if name in ARTICLE_TYPES:
        return "article"
    if name in _LISTINGS:
        return "listing"
    return "other" if name in _STANDING or name in THINGS else None
