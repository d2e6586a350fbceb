# The answer of the directory of places. Short sentences; what is not known is said.
services-head = What I know in { $place }:
services-head-far = I know no place to sleep in { $place }. The nearest I know:
services-head-more = Farther away, or less is known:
services-none = In { $place } I know no place that I am sure takes you in today. I don't want to make things up.
services-more-none = I know no more places near there.

## A place
services-km = about { $km } km away
services-lets-in = Takes in: { $who }.
services-not-for = Does not take in: { $who }.
services-unknown-for = We don't know if it takes in: { $who }.
services-who-minors_alone = minors without family
services-who-families = families
services-who-women = women
services-who-men = men
services-who-lgbtiq = LGBTIQ+ people
services-who-disability = people with a disability
services-open-now = Open now, until { $hour }.
services-open-always = Open day and night.
services-opens-at = Closed now. Opens { $day } at { $hour }.
services-hours-unknown = We don't know the hours.
services-nights = { $count ->
    [one] Up to one night.
   *[other] Up to { $nights } nights.
  }
services-phone = Tel. { $number }
services-no-address = Its address is not published.
services-papers-yes = Asks for papers.
services-papers-no = Asks for no papers.
services-checked = Last checked: { $date }.
services-checked-unknown = No date on this.
services-alert-ask_open = It may have closed: ask first.
services-alert-money_ended = It had money only until the middle of this year: ask if it is still open.
services-alert-moving = It was going to move: ask for the address.
services-alert-rest_only = To rest in the day; we don't know if there are beds.
services-alert-town_unsure = We are not sure where it is: ask first.
services-alert-risky_town = There is a risk of kidnapping there: don't go out alone.
services-old-head = Old data. It may be closed: ask before you go.
services-call-first = Before you go, ask here:
services-ask-person = A person can ask for you: tap “Talk to a person”.

## A minor alone
services-minor-first = You are under age and without family. First talk to those who protect you:
services-minor-none = I don't send you to a shelter in { $place }: we don't know which take in minors without family.
services-law-MX = In Mexico the law says: a minor without family is cared for by the child protection office, in a DIF center or one approved by DIF. A shelter may tell them. Ask first whom they tell and if you may go out.
services-law-GT = In Guatemala the law says: first a relative is looked for, then a family that cares, and only last a home. They should not lock you up. Ask first whom they tell and if you may go out.
services-law-PA = In Panama they tell the children's court or SENNIAF. They take you to a home and look for your family with your embassy. Ask first whom they tell and if you may go out.
services-law-BZ = In Belize, if you are without family and ask for asylum, Human Services looks after you: a family or a home, with a social worker.
services-law-US = In the United States, if officers stop you without family, you pass to the office ORR: a shelter or a foster home, until a checked adult receives you.
services-law-unknown = For { $country } we have not confirmed what a shelter must do with a minor without family. Ask first: whom do you tell? may I go out?

## The night, the questions, the buttons
services-night = If there is nowhere to sleep: stay with your group where there is light and people, like a hospital or a guarded bus station. Don't go with anyone who offers a bed in return for something.
services-night-call = If you are in danger, call:
services-ask-town = Which town are you in? In { $country } I know places in: { $towns }.
services-which-country = More than one place is called { $town }. Which country are you in?
services-button-more = Another place
services-button-minor = I'm under age, no family
services-button-family = We are a family
services-button-woman = I'm a woman, alone
services-button-man = I'm a man, alone
services-button-lgbtiq = I'm LGBTIQ+
services-words-bed = shelter,shelters,place to sleep,where to sleep,where can i sleep,where can we sleep,somewhere to sleep,bed tonight,sleep tonight,place to stay,where to stay,safe house
services-words-near = near me,nearby,close to me,around here,closest,nearest
services-words-more = another,another one,other,others,farther,further,more,any other,other places,next,else,anything else,another shelter

## Other needs than a bed
nearby-head = In { $place } I know places with { $what }:
nearby-head-far = I know no places with { $what } in { $place }. The nearest I know:
nearby-none = I know no place with { $what } in { $place }. I don't want to make things up.
nearby-inside = These are shelters: ask if they also help people who don't sleep there.
nearby-ask-town = Which town are you in? Then I can say if I know a place with { $what }.
nearby-what-food = food
nearby-what-hygiene = clothes or a shower
nearby-what-phone = phone or internet
nearby-what-health = medical care
nearby-what-feelings = someone to talk to (psychologist)
nearby-what-legal = legal help
nearby-what-family = help to find your family
nearby-what-consulate = a consulate
nearby-what-school = classes or day care

## How it was there
visits-button = I went: tell how it was
visits-which = Where did you go?
visits-how = How was it at { $name }?
visits-closed = It was closed
visits-refused = They did not let us in
visits-helped = It helped
visits-thanks-helped = Thank you. That helps whoever comes next.
visits-thanks-bad = I am sorry, and thank you for saying it: nobody else will walk there for nothing. This is what else I know:
visits-words-closed = it was closed,closed,it is closed,its closed,it's closed,it closed,nobody is there,it does not exist
visits-words-refused = they did not let us in,they did not let me in,they didnt let us in,they didn't let us in,they didn't let me in,they turned us away,they turned me away,it was full,it is full
visits-words-helped = it helped,they helped us,they helped me,they let us in,they took us in

## Countries that people come from or through
country-CO = Colombia
country-VE = Venezuela
country-EC = Ecuador
country-PE = Peru
country-BR = Brazil
country-CL = Chile
country-CU = Cuba
country-HT = Haiti
